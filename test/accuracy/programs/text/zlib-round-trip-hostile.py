# truth: hostile
# twin: zlib-round-trip-safe.py
import pickle
import zlib

import flask


def view():
    body = flask.request.get_data()
    packed = zlib.compress(body)
    return pickle.loads(zlib.decompress(packed))  # sink
