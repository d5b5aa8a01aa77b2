# truth: safe
# twin: search-for-forbidden-hostile.py
import os
import re

import flask


def view():
    path = flask.request.args["path"]
    if re.search(r"[^\w./-]", path):
        flask.abort(400)
    os.system("ls ./" + path)  # sink
