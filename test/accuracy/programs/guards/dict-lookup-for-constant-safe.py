# truth: safe
# twin: dict-lookup-for-constant-hostile.py
import os

import flask

COMMANDS = {"report": "uptime", "csv": "df -h"}


def view():
    asked = flask.request.args["what"]
    command = COMMANDS.get(asked, "true")
    os.system(command)  # sink
