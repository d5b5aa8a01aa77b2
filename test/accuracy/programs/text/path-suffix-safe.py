# truth: safe
# twin: path-suffix-hostile.py
import os
import pathlib

import flask


def view():
    path = pathlib.PurePosixPath("/srv") / flask.request.args["dir"] / "cover.png"
    os.system("view " + path.name)  # sink
