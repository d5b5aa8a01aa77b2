# truth: safe
# twin: dict-fromkeys-hostile.py

import os

import flask


def view():
    names = ("web", "mail")
    lists = {name: [] for name in names}
    lists["mail"].append(flask.request.form["host"])
    os.system("ping -c 1 " + " ".join(lists["web"] or ["localhost"]))  # sink
