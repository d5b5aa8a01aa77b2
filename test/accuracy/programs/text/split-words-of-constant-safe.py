# truth: safe
# twin: split-words-of-constant-hostile.py
import os

import flask


def view():
    name = flask.request.args["name"]
    verb, option, target = ("restart --now " + "web").split(" ", 2)
    os.system("systemctl " + verb + " " + target)  # sink
    return name
