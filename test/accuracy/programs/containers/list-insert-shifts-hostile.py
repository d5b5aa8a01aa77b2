# truth: hostile
# twin: list-insert-shifts-safe.py
import os

import flask


def view():
    names = [flask.request.args["first"], "second"]
    names.insert(0, "zeroth")
    os.system("hostname " + names[1])  # sink
