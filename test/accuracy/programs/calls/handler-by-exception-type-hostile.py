# truth: hostile
# twin: handler-by-exception-type-safe.py

import os

import flask


class Missing(Exception):
    def __init__(self, name):
        self.name = name


class Denied(Exception):
    pass


def on_missing(error):
    return "touch " + error.name


def on_denied(error):
    return "logger denied"


HANDLERS = {Missing: on_missing, Denied: on_denied}


def find(name):
    raise Missing(name)


def view():
    try:
        find(flask.request.args["name"])
    except (Missing, Denied) as error:
        os.system(HANDLERS[type(error)](error))  # sink
