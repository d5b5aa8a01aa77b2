# truth: safe
# twin: dict-from-pairs-hostile.py
import os

import flask


def view():
    table = dict([("user", flask.request.args["user"]), ("group", "staff")], shell="/bin/sh")
    os.system("useradd " + table["group"])  # sink
