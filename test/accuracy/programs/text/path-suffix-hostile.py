# truth: hostile
# twin: path-suffix-safe.py
import os
import pathlib

import flask


def view():
    path = pathlib.PurePosixPath("/srv") / flask.request.args["dir"] / "cover.png"
    os.system("view " + str(path.parent))  # sink
