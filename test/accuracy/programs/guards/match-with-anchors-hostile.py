# truth: hostile
# twin: match-with-anchors-safe.py
# payloads: ["x;y\nowned"]
import os
import re

import flask

VALID = re.compile(r"^[A-Za-z0-9]+\Z", re.MULTILINE)


def view():
    host = flask.request.args["host"]
    if not VALID.search(host):
        flask.abort(400)
    os.system("ping -c 1 " + host)  # sink
