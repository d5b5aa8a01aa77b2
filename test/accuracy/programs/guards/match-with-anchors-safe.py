# truth: safe
# twin: match-with-anchors-hostile.py
import os
import re

import flask

VALID = re.compile(r"^[A-Za-z0-9]+\Z")


def view():
    host = flask.request.args["host"]
    if not VALID.match(host):
        flask.abort(400)
    os.system("ping -c 1 " + host)  # sink
