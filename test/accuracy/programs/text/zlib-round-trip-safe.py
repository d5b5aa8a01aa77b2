# truth: safe
# twin: zlib-round-trip-hostile.py
import pickle
import zlib

import flask


def view():
    body = flask.request.get_data()
    packed = zlib.compress(pickle.dumps(len(body)))
    return pickle.loads(zlib.decompress(packed))  # sink
