# truth: hostile
# twin: setdefault-returns-same-safe.py

import os

import flask


def view():
    groups = {}
    members = groups.setdefault("admins", ["root"])
    others = groups.setdefault("users", [])
    members.append(flask.request.form["name"])
    os.system("notify " + " ".join(groups["admins"]))  # sink
