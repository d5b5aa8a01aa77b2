# truth: hostile
# twin: class-attribute-subclass-safe.py

import os

import flask


class Base:
    target = "localhost"


class Left(Base):
    pass


class Right(Base):
    pass


def view():
    Left.target = flask.request.args["target"]
    os.system("ping -c 1 " + Left.target)  # sink
