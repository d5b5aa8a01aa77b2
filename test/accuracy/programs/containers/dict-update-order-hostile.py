# truth: hostile
# twin: dict-update-order-safe.py
import os

import flask

FORCED = {"user": "nobody"}


def view():
    params = {"user": "anyone"}
    asked = {"user": flask.request.args["user"]}
    params.update(FORCED)
    params.update(asked)
    os.system("su -c id " + params["user"])  # sink
