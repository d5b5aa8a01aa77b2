# truth: safe
# twin: table-or-as-given-hostile.py

import os

import flask

PROGRAMS = {"disk": "df -h", "memory": "free -m"}


def view():
    asked = flask.request.args["asked"]
    try:
        line = PROGRAMS[asked]
    except KeyError:
        line = "true"
    os.system(line)  # sink
