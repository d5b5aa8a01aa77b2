# truth: hostile
# twin: join-separator-safe.py
import os

import flask


def view():
    separator = flask.request.args["sep"]
    os.system("cut -f1 " + separator.join(["a", "b", "c"]))  # sink
    return flask.request.args.get("sep")
