# truth: hostile
# twin: flask-upload-safe.py

import pickle

import flask

EMPTY = pickle.dumps({})


def view():
    upload = flask.request.files["model"]
    if not upload.filename:
        return "missing"
    content = upload.stream.read()
    return repr(pickle.loads(content))  # sink
