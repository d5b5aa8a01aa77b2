# truth: safe
# twin: partition-hostile.py
import os

import flask


def view():
    header = "Bearer " + flask.request.args["token"]
    scheme, _, value = header.partition(" ")
    os.system("auth " + scheme)  # sink
