# truth: safe
# twin: flask-upload-hostile.py

import pickle

import flask

EMPTY = pickle.dumps({})


def view():
    upload = flask.request.files["model"]
    if not upload.filename:
        return "missing"
    content = upload.stream.read()
    return repr(pickle.loads(EMPTY if content else b"N."))  # sink
