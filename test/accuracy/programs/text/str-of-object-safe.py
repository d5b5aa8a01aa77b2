# truth: safe
# twin: str-of-object-hostile.py
import os
import pathlib

import flask


def view():
    path = pathlib.PurePosixPath("/srv") / "index.html"
    os.system("file " + str(path))  # sink
    return flask.request.args.get("file")
