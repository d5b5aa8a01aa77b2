# truth: safe
# twin: boolean-or-value-hostile.py
import os

import flask

DEFAULT_HOST = "db.internal"


def view():
    host = DEFAULT_HOST or flask.request.args["host"]
    os.system("nc -z " + host + " 5432")  # sink
