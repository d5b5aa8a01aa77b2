# truth: safe
# twin: membership-in-string-hostile.py
import os

import flask


def view():
    flag = flask.request.args["flag"]
    if flag not in ("7", "csv"):
        flask.abort(400)
    os.system("tool -" + flag)  # sink
