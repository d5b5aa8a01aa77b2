# truth: hostile
# twin: keyword-safe.py

import subprocess

import flask


def convert(source, *, quality="80", title="untitled"):
    subprocess.getoutput(f"convert -quality {quality} {source} out.jpg")  # sink
    return title


def view():
    picture = flask.request.form["picture"]
    return convert(source=picture, title=picture)
