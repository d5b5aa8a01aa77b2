# truth: hostile
# twin: membership-in-string-safe.py
import os

import flask


def view():
    flag = flask.request.args["flag"]
    if flag not in flask.request.args["allowed"]:
        flask.abort(400)
    os.system("tool -" + flag)  # sink
