# truth: hostile
# twin: search-without-anchors-safe.py
import os
import re

import flask


def view():
    host = flask.request.args["host"]
    if not re.search(r"[a-z]+", host):
        flask.abort(400)
    os.system("ping -c 1 " + host)  # sink
