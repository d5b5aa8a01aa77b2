# truth: safe
# twin: percent-tuple-hostile.py
import os

import flask


def view():
    host, port = flask.request.args["host"], 8080
    os.system("nc -z %s %d" % ("localhost", port))  # sink
    return host
