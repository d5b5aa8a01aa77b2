# truth: safe
# twin: flask-upload-name-hostile.py

import os

import flask


def view():
    upload = flask.request.files["picture"]
    os.system(f"identify uploads/{id(upload)}")  # sink
