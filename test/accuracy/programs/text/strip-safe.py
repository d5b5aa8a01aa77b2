# truth: safe
# twin: strip-hostile.py
import os

import flask


def view():
    raw = "  " + "status" + "\n"
    os.system("query " + raw.strip())  # sink
    return flask.request.args.get("q")
