# truth: safe
# twin: exception-before-assignment-hostile.py
import os

import flask


def view():
    command = "uptime"
    try:
        limit = int("ten")
        command = "head -n " + str(limit) + " " + flask.request.args["file"]
    except ValueError:
        pass
    os.system(command)  # sink
