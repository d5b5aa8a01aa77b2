# truth: hostile
# twin: exception-chain-text-safe.py

import os

import flask


class Broken(Exception):
    def __init__(self, part, reason):
        super().__init__(f"{part} is broken")
        self.reason = reason


def check(value):
    raise Broken("pump", value)


def view():
    value = flask.request.args["value"]
    try:
        check(value)
    except Broken as error:
        os.system("wall " + error.reason)  # sink
