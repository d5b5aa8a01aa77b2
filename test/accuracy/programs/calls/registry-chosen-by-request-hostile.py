# truth: hostile
# twin: registry-chosen-by-request-safe.py
# payloads: [{"action": "show", "file": a} for a in shell_attacks] + [{"action": "count", "file": a} for a in shell_attacks]

import os

import flask


def show(file):
    return "cat " + file


def count(file):
    return "echo %d" % len(file)


ACTIONS = {"show": show, "count": count}


def view():
    action = flask.request.args["action"]
    if action not in ACTIONS:
        return "unknown"
    os.system(ACTIONS[action](flask.request.args["file"]))  # sink
    return "done"
