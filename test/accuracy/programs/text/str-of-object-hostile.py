# truth: hostile
# twin: str-of-object-safe.py
import os
import pathlib

import flask


def view():
    path = pathlib.PurePosixPath("/srv") / flask.request.args["file"]
    os.system("file " + str(path))  # sink
    return flask.request.args.get("file")
