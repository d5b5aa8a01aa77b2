# truth: hostile
# twin: base64-decoded-pickle-safe.py
import base64
import pickle

import flask

EMPTY = "gASVAwAAAAAAAABLAC4="


def view():
    state = flask.request.cookies["state"]
    return pickle.loads(base64.b64decode(state))  # sink
