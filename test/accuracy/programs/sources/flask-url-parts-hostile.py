# truth: hostile
# twin: flask-url-parts-safe.py

import os

import flask


def view():
    os.system("logger asked for " + flask.request.full_path)  # sink
