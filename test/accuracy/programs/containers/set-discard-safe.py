# truth: safe
# twin: set-discard-hostile.py

import os

import flask


def view():
    given = flask.request.args["name"]
    names = {"cron", given}
    names = names - {given}
    for name in names:
        os.system("pgrep " + name)  # sink
