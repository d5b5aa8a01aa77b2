# truth: hostile
# twin: exception-carries-text-safe.py
# known: missed -- the text of an exception is not taken from what it was made with
import os

import flask


class Rejected(Exception):
    pass


def check(value):
    raise Rejected("bad value " + value)


def view():
    try:
        check(flask.request.args["value"])
    except Rejected as problem:
        os.system("logger " + str(problem))  # sink
