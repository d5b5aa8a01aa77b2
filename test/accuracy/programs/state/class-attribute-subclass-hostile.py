# truth: hostile
# twin: class-attribute-subclass-safe.py

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
    subprocess.run("ping -c 1 " + Left.target, shell=True)  # sink
