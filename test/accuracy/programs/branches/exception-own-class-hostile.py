# truth: hostile
# twin: exception-own-class-safe.py
import os

import flask


class NotFound(Exception):
    pass


class Conflict(Exception):
    pass


def find(name):
    raise NotFound(name)


def view():
    asked = flask.request.args["name"]
    try:
        find("index")
        label = "found"
    except NotFound:
        label = asked
    except Conflict:
        label = "conflict"
    os.system("touch /srv/" + label)  # sink
