# truth: hostile
# twin: boolean-or-value-safe.py
import os

import flask

DEFAULT_HOST = ""


def view():
    host = DEFAULT_HOST or flask.request.args["host"]
    os.system("nc -z " + host + " 5432")  # sink
