# truth: safe
# twin: exception-carries-text-hostile.py
import os

import flask


class Rejected(Exception):
    pass


def check(value):
    raise Rejected("bad value")


def view():
    try:
        check(flask.request.args["value"])
    except Rejected as problem:
        os.system("logger " + str(problem))  # sink
