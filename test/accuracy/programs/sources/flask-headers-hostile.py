# truth: hostile
# twin: flask-headers-safe.py

import os

import flask


def view():
    agent = flask.request.headers.get("User-Agent", "unknown")
    os.system("logger visit with " + agent)  # sink
