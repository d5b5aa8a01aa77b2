# truth: safe
# twin: werkzeug-secure-filename-hostile.py

import os

import flask
from werkzeug.utils import secure_filename


def view():
    upload = flask.request.files["file"]
    name = secure_filename(upload.filename)
    os.system(f"file uploads/{name}")  # sink
    return name
