# truth: safe
# twin: dict-update-order-hostile.py
import os

import flask

FORCED = {"user": "nobody"}


def view():
    params = {"user": "anyone"}
    asked = {"user": flask.request.args["user"]}
    params.update(asked)
    params.update(FORCED)
    os.system("su -c id " + params["user"])  # sink
