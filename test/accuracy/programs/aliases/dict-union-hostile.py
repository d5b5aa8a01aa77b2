# truth: hostile
# twin: dict-union-safe.py

import os

import flask

BASE = {"size": "80x80"}


def view():
    options = BASE
    options |= {"size": flask.request.form["size"]}
    print(options)
    os.popen("mogrify -resize " + BASE["size"] + " logo.png")  # sink
