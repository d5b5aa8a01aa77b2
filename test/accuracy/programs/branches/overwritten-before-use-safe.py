# truth: safe
# twin: overwritten-before-use-hostile.py
import os

import flask


def view():
    host = flask.request.args["host"]
    known = {"a": "10.0.0.1", "b": "10.0.0.2"}
    host = known["a"]
    os.system("ping -c 1 " + host)  # sink
