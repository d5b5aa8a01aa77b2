# truth: hostile
# twin: sink-in-dictionary-safe.py

import os
import pickle

import flask

READERS = {"pickle": pickle.loads, "size": len}


def view():
    body = flask.request.get_data()
    READERS["pickle"](body)  # sink
    return str(READERS["size"](body))
