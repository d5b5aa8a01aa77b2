# truth: safe
# twin: class-attribute-subclass-hostile.py

import subprocess

import flask


class Base:
    target = "localhost"


class Left(Base):
    pass


class Right(Base):
    pass


def view():
    Left.target = flask.request.args["target"]
    subprocess.run("ping -c 1 " + Right.target, shell=True)  # sink
