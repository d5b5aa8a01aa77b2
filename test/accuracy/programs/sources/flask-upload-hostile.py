# truth: hostile
# twin: flask-upload-safe.py

import pickle

import flask


def view():
    upload = flask.request.files["model"]
    if not upload.filename:
        return "missing"
    with open("model.bin", "wb") as file:
        file.write(upload.read())
    with open("model.bin", "rb") as file:
        return repr(pickle.load(file))  # sink
