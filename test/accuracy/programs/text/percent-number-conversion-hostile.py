# truth: hostile
# twin: percent-number-conversion-safe.py
import os

import flask


def view():
    amount = flask.request.args.get("amount", type=str)
    os.system("transfer %s" % amount)  # sink
