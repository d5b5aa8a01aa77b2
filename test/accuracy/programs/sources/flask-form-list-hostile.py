# truth: hostile
# twin: flask-form-list-safe.py

import os

import flask


def view():
    names = flask.request.form.getlist("names")
    os.system("rm -f " + " ".join(names))  # sink
