# truth: hostile
# twin: dispatch-by-match-safe.py

import os

import flask


def build(kind, value):
    match kind:
        case "branch":
            return "git checkout " + value
        case "status" | "diff":
            return "git " + kind
        case _:
            return "git --version"


def view():
    os.system(build("branch", flask.request.args["value"]))  # sink
