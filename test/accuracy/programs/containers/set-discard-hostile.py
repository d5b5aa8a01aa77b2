# truth: hostile
# twin: set-discard-safe.py

import os

import flask


def view():
    given = flask.request.args["name"]
    names = {"cron", given}
    names.discard("cron")
    for name in names:
        os.system("pgrep " + name)  # sink
