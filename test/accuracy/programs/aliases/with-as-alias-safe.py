# truth: safe
# twin: with-as-alias-hostile.py

import contextlib
import os

import flask


class Draft:
    text = "empty"


def view():
    draft = Draft()
    with contextlib.nullcontext(Draft()) as same:
        same.text = flask.request.form["text"]
    os.system("spell " + draft.text)  # sink
