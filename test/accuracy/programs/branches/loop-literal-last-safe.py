# truth: safe
# twin: loop-literal-last-hostile.py
import os

import flask


def view():
    asked = flask.request.args["folder"]
    folder = "/srv"
    for candidate in (asked, "/srv/a", "/srv/b"):
        folder = candidate
    os.system("ls " + folder)  # sink
