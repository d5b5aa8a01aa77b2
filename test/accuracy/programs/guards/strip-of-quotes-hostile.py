# truth: hostile
# twin: strip-of-quotes-safe.py
import os

import flask


def view():
    name = flask.request.args["name"]
    if name.strip(";&|`$") != name:
        flask.abort(400)
    os.system("say " + name)  # sink
