# truth: hostile
# twin: percent-tuple-safe.py
import os

import flask


def view():
    host, port = flask.request.args["host"], 8080
    os.system("nc -z %s %d" % (host, port))  # sink
    return host
