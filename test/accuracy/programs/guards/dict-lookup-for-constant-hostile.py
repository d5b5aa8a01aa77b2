# truth: hostile
# twin: dict-lookup-for-constant-safe.py
import os

import flask

COMMANDS = {"report": "uptime", "csv": "df -h"}


def view():
    asked = flask.request.args["what"]
    command = COMMANDS.get(asked, asked)
    os.system(command)  # sink
