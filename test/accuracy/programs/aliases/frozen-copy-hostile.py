# truth: hostile
# twin: frozen-copy-safe.py

import os

import flask


def view():
    hosts = ["localhost"]
    snapshot = tuple(hosts)
    hosts.append(flask.request.args["host"])
    os.system("fping " + " ".join(hosts))  # sink
