# truth: safe
# twin: exception-else-hostile.py
import os

import flask

PORTS = {"http": 80}


def view():
    try:
        port = PORTS["gopher"]
    except KeyError:
        host = "localhost"
    else:
        host = flask.request.args["host"]
    os.system("nc " + host)  # sink
