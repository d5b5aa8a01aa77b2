# truth: safe
# twin: bytes-and-bytearray-hostile.py

import pickle

import flask


def view():
    data = bytes()
    same = data
    same += flask.request.get_data()
    same += b"."
    return repr(pickle.loads(bytes(data or b"N.")))  # sink
