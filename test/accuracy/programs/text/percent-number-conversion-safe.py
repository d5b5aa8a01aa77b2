# truth: safe
# twin: percent-number-conversion-hostile.py
import os

import flask


def view():
    amount = flask.request.args.get("amount", type=int)
    os.system("transfer %d" % amount)  # sink
