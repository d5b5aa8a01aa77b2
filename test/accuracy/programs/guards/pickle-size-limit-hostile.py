# truth: hostile
# twin: pickle-size-limit-safe.py
import pickle

import flask


def view():
    body = flask.request.get_data()
    if len(body) > 1000:
        flask.abort(413)
    copy = pickle.loads(body)  # sink
    return copy
