# truth: safe
# twin: dict-union-hostile.py

import os

import flask

BASE = {"size": "80x80"}


def view():
    options = BASE
    options = options | {"size": flask.request.form["size"]}
    print(options)
    os.popen("mogrify -resize " + BASE["size"] + " logo.png")  # sink
