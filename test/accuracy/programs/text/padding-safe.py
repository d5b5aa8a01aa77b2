# truth: safe
# twin: padding-hostile.py
import os

import flask


def view():
    number = flask.request.args["n"]
    os.system("page " + str(len(number)).zfill(6).ljust(8, "_"))  # sink
