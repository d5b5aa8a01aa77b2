# truth: hostile
# twin: hooks-by-event-safe.py

import os

import flask

HOOKS = {"saved": [], "removed": []}


def hook(event, function):
    HOOKS[event].append(function)


def reindex(path):
    os.system("reindex " + path)  # sink


hook("saved", reindex)


def view():
    for function in HOOKS["saved"]:
        function(flask.request.form["path"])
    for function in HOOKS["removed"]:
        function("/srv/gone")
