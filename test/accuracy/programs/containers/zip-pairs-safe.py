# truth: safe
# twin: zip-pairs-hostile.py
import os

import flask


def view():
    names = ["user", "group"]
    values = [flask.request.args["user"], "staff"]
    table = dict(zip(names, values))
    os.system("chown " + table["group"] + " /srv/x")  # sink
