# truth: hostile
# twin: list-across-files-safe

import os

import flask

import store
from store import entries


def view():
    store.add(flask.request.form["entry"])
    os.system("index " + " ".join(entries))  # sink
