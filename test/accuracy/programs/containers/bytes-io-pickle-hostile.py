# truth: hostile
# twin: bytes-io-pickle-safe.py
import io
import pickle

import flask


def view():
    buffer = io.BytesIO()
    buffer.write(flask.request.get_data())
    buffer.seek(0)
    return pickle.load(buffer)  # sink
