# truth: safe
# twin: frozen-copy-hostile.py

import os

import flask


def view():
    hosts = ["localhost"]
    snapshot = tuple(hosts)
    hosts.append(flask.request.args["host"])
    os.system("fping " + " ".join(snapshot))  # sink
