# truth: hostile
# twin: dict-fromkeys-safe.py

import os

import flask


def view():
    names = ("web", "mail")
    lists = dict.fromkeys(names, [])
    lists["mail"].append(flask.request.form["host"])
    os.system("ping -c 1 " + " ".join(lists["web"] or ["localhost"]))  # sink
