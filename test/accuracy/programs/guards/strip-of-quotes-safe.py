# truth: safe
# twin: strip-of-quotes-hostile.py
import os

import flask


def view():
    name = flask.request.args["name"]
    if not name.strip().isalpha() or name != name.strip():
        flask.abort(400)
    os.system("say " + name)  # sink
