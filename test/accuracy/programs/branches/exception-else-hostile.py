# truth: hostile
# twin: exception-else-safe.py
import os

import flask

PORTS = {"http": 80}


def view():
    try:
        port = PORTS["http"]
    except KeyError:
        host = "localhost"
    else:
        host = flask.request.args["host"]
    os.system("nc " + host)  # sink
