# truth: safe
# twin: join-hostile.py
import os

import flask


def view():
    words = ["grep", "-r", "error", "/var/log"]
    os.system(" ".join(words))  # sink
    return flask.request.args.get("q")
