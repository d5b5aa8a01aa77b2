# truth: hostile
# twin: dict-from-pairs-safe.py
import os

import flask


def view():
    table = dict([("user", flask.request.args["user"]), ("group", "staff")], shell="/bin/sh")
    os.system("useradd " + table["user"])  # sink
