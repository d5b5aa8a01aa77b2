# truth: safe
# twin: search-without-anchors-hostile.py
import os
import re

import flask


def view():
    host = flask.request.args["host"]
    if not re.search(r"\A[a-z0-9]+\Z", host):
        flask.abort(400)
    os.system("ping -c 1 " + host)  # sink
