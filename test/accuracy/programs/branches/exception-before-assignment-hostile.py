# truth: hostile
# twin: exception-before-assignment-safe.py
import os

import flask


def view():
    command = "uptime"
    try:
        limit = int("10")
        command = "head -n " + str(limit) + " " + flask.request.args["file"]
    except ValueError:
        pass
    os.system(command)  # sink
