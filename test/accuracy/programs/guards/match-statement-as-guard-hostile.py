# truth: hostile
# twin: match-statement-as-guard-safe.py
import os

import flask


def view():
    action = flask.request.args["action"]
    match action:
        case "report" | "csv":
            command = "job " + action
        case _:
            command = "job --name " + action
    os.system(command)  # sink
