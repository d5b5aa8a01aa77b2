# truth: hostile
# twin: split-words-of-constant-safe.py
import os

import flask


def view():
    name = flask.request.args["name"]
    verb, option, target = ("restart --now " + name).split(" ", 2)
    os.system("systemctl " + verb + " " + target)  # sink
    return name
