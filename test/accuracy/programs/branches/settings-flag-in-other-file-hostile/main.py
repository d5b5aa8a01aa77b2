# truth: hostile
# twin: settings-flag-in-other-file-safe
import os

import flask

import settings


def view():
    target = "localhost"
    if settings.ALLOW_REMOTE:
        target = flask.request.args["host"]
    os.system("traceroute " + target)  # sink
