# truth: safe
# twin: hooks-by-event-hostile.py

import os

import flask

HOOKS = {"saved": [], "removed": []}


def hook(event, function):
    HOOKS[event].append(function)


def reindex(path):
    os.system("reindex " + path)  # sink


hook("removed", reindex)


def view():
    for function in HOOKS["saved"]:
        function(flask.request.form["path"])
    for function in HOOKS["removed"]:
        function("/srv/gone")
