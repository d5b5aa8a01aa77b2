# truth: hostile
# twin: search-for-forbidden-safe.py
import os
import re

import flask


def view():
    path = flask.request.args["path"]
    if re.search(r"[;&|]", path):
        flask.abort(400)
    os.system("ls ./" + path)  # sink
