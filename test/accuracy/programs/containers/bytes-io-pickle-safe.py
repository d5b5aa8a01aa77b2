# truth: safe
# twin: bytes-io-pickle-hostile.py
import io
import pickle

import flask


def view():
    buffer = io.BytesIO()
    pickle.dump({"size": len(flask.request.get_data())}, buffer)
    buffer.seek(0)
    return pickle.load(buffer)  # sink
