# truth: safe
# twin: match-statement-as-guard-hostile.py
import os

import flask


def view():
    action = flask.request.args["action"]
    match action:
        case "report" | "csv":
            command = "job " + action
        case _:
            command = "job --help"
    os.system(command)  # sink
