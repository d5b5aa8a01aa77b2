# truth: hostile
# twin: join-safe.py
import os

import flask


def view():
    words = ["grep", "-r", flask.request.args["q"], "/var/log"]
    os.system(" ".join(words))  # sink
    return flask.request.args.get("q")
