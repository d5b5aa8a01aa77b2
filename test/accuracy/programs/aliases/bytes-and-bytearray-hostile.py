# truth: hostile
# twin: bytes-and-bytearray-safe.py

import pickle

import flask


def view():
    data = bytearray()
    same = data
    same += flask.request.get_data()
    same += b"."
    return repr(pickle.loads(bytes(data or b"N.")))  # sink
