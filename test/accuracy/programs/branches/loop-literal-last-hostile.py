# truth: hostile
# twin: loop-literal-last-safe.py
import os

import flask


def view():
    asked = flask.request.args["folder"]
    folder = "/srv"
    for candidate in ("/srv/a", "/srv/b", asked):
        folder = candidate
    os.system("ls " + folder)  # sink
