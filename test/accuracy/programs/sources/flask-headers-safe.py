# truth: safe
# twin: flask-headers-hostile.py

import os

import flask


def view():
    agent = flask.request.headers.get("User-Agent", "unknown")
    os.system("logger visit with " + "%d characters" % len(agent))  # sink
