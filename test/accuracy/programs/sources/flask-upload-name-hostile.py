# truth: hostile
# twin: flask-upload-name-safe.py

import os

import flask


def view():
    upload = flask.request.files["picture"]
    os.system(f"identify uploads/{upload.filename}")  # sink
