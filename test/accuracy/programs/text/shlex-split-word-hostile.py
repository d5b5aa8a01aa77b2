# truth: hostile
# twin: shlex-split-word-safe.py

import os
import shlex

import flask


def view():
    words = shlex.split("convert --title 'My page' -o out.png")
    words.append(flask.request.args["title"])
    os.system(words[0] + " " + words[-1])  # sink
