# truth: safe
# twin: dispatch-by-match-hostile.py

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
    os.system(build("diff", flask.request.args["value"]))  # sink
