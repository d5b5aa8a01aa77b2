# truth: safe
# twin: join-separator-hostile.py
import os

import flask


def view():
    separator = ","
    os.system("cut -f1 " + separator.join(["a", "b", "c"]))  # sink
    return flask.request.args.get("sep")
