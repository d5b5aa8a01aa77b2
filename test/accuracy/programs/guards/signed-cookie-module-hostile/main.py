# truth: hostile
# twin: signed-cookie-module-safe
# payloads: [hmac.new(b"for tests", pickle.dumps(1), "sha256").digest() + pickle.dumps(1), bytes(32) + PICKLE]
import pickle

import flask

import signing


def view():
    blob = flask.request.get_data()
    data = signing.unsign(blob)
    return pickle.loads(data)  # sink
