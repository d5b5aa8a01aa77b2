# truth: safe
# twin: list-insert-shifts-hostile.py
import os

import flask


def view():
    names = [flask.request.args["first"], "second"]
    names.insert(0, "zeroth")
    os.system("hostname " + names[0])  # sink
