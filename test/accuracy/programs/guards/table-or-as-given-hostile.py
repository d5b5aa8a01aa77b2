# truth: hostile
# twin: table-or-as-given-safe.py

import os

import flask

PROGRAMS = {"disk": "df -h", "memory": "free -m"}


def view():
    asked = flask.request.args["asked"]
    try:
        line = PROGRAMS[asked]
    except KeyError:
        line = asked
    os.system(line)  # sink
