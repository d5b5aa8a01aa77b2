# truth: safe
# twin: flask-upload-hostile.py

import pickle

import flask


def view():
    upload = flask.request.files["model"]
    if not upload.filename:
        return "missing"
    with open("model.bin", "w") as file:
        file.write("N.")
    with open("model.bin", "rb") as file:
        return repr(pickle.load(file))  # sink
