# truth: hostile
# twin: override-present-safe.py

import os

import flask

OVERRIDES = {"editor": "nano"}


def setting(name):
    if name in OVERRIDES:
        return OVERRIDES[name]
    return flask.request.cookies[name]


def view():
    os.system(setting("pager") + " /srv/notes.txt")  # sink
