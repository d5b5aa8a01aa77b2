# truth: safe
# twin: base64-decoded-pickle-hostile.py
import base64
import pickle

import flask

EMPTY = "gASVAwAAAAAAAABLAC4="


def view():
    state = EMPTY if flask.request.cookies["state"] else EMPTY
    return pickle.loads(base64.b64decode(state))  # sink
