# truth: hostile
# twin: with-as-alias-safe.py

import contextlib
import subprocess

import flask


class Draft:
    text = "empty"


def view():
    draft = Draft()
    with contextlib.nullcontext(draft) as same:
        same.text = flask.request.form["text"]
    subprocess.run("spell " + draft.text, shell=True)  # sink
