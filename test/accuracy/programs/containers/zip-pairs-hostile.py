# truth: hostile
# twin: zip-pairs-safe.py
import os

import flask


def view():
    names = ["user", "group"]
    values = [flask.request.args["user"], "staff"]
    table = dict(zip(names, values))
    os.system("chown " + table["user"] + " /srv/x")  # sink
