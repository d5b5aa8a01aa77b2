# truth: safe
# twin: with-as-alias-hostile.py

import contextlib
import subprocess

import flask


class Draft:
    text = "empty"


def view():
    draft = Draft()
    with contextlib.nullcontext(Draft()) as same:
        same.text = flask.request.form["text"]
    subprocess.run("spell " + draft.text, shell=True)  # sink
