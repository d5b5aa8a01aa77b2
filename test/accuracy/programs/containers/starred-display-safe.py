# truth: safe
# twin: starred-display-hostile.py
import os

import flask


def view():
    base = ["-x", "-v"]
    full = [*base, flask.request.args["file"], "end"]
    os.system("sh -x " + full[1])  # sink
