# truth: safe
# twin: override-present-hostile.py

import os

import flask

OVERRIDES = {"editor": "nano"}


def setting(name):
    if name in OVERRIDES:
        return OVERRIDES[name]
    return flask.request.cookies[name]


def view():
    os.system(setting("editor") + " /srv/notes.txt")  # sink
