# truth: safe
# twin: sink-in-dictionary-hostile.py

import os
import pickle

import flask

READERS = {"pickle": pickle.loads, "size": len}


def view():
    body = flask.request.get_data()
    READERS["pickle"](b"N.")  # sink
    return str(READERS["size"](body))
