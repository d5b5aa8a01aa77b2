# truth: safe
# twin: list-across-files-hostile

import os

import flask

import store
from store import entries


def view():
    store.replace(flask.request.form["entry"])
    os.system("index " + " ".join(entries))  # sink
