# truth: safe
# twin: pickle-size-limit-hostile.py
import pickle

import flask


def view():
    body = flask.request.get_data()
    if len(body) > 1000:
        flask.abort(413)
    copy = pickle.loads(pickle.dumps({"size": len(body)}))  # sink
    return copy
