# truth: safe
# twin: flask-form-list-hostile.py

import os

import flask


def view():
    names = flask.request.form.getlist("names")
    os.system("rm -f " + " ".join(f"{number}.tmp" for number in range(len(names))))  # sink
