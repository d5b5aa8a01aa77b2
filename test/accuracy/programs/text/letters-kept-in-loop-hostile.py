# truth: hostile
# twin: letters-kept-in-loop-safe.py

import os
import string

import flask

KEEP = string.ascii_letters + string.digits + "-_;"


def slug(title):
    out = ""
    for letter in title:
        if letter in KEEP:
            out += letter
        else:
            out += "-"
    return out


def view():
    os.system("mkdir /srv/" + slug(flask.request.form["title"]))  # sink
