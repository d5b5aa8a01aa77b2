# truth: hostile
# twin: callback-after-check-safe.py
# payloads: ["web", "mail", "web; owned"]

import os

import flask


def when_valid(name, then):
    if name :
        return then(name)
    return None


def view():
    when_valid(flask.request.args["name"], lambda n: os.system("restart " + n))  # sink
