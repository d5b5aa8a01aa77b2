# truth: safe
# twin: plus-hostile.py
import os

import flask


def view():
    name = flask.request.args["name"]
    base = "/srv/" + "files" + "/"
    command = "du -sh " + base
    command += " 2>/dev/null"
    os.system(command)  # sink
    return name
