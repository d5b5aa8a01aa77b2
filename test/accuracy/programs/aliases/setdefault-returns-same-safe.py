# truth: safe
# twin: setdefault-returns-same-hostile.py

import os

import flask


def view():
    groups = {}
    members = groups.setdefault("admins", ["root"])
    others = groups.setdefault("users", [])
    others.append(flask.request.form["name"])
    os.system("notify " + " ".join(groups["admins"]))  # sink
