# truth: safe
# twin: flask-url-parts-hostile.py

import os

import flask


def view():
    os.system("logger asked for " + flask.request.endpoint)  # sink
