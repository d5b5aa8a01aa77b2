# truth: hostile
# twin: with-as-alias-safe.py

import contextlib
import os

import flask


class Draft:
    text = "empty"


def view():
    draft = Draft()
    with contextlib.nullcontext(draft) as same:
        same.text = flask.request.form["text"]
    os.system("spell " + draft.text)  # sink
