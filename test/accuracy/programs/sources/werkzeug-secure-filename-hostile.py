# truth: hostile
# twin: werkzeug-secure-filename-safe.py

import os

import flask
from werkzeug.utils import secure_filename


def view():
    upload = flask.request.files["file"]
    name = upload.filename
    os.system(f"file uploads/{name}")  # sink
    return name
