# truth: safe
# twin: shlex-split-word-hostile.py
# known: false-alarm -- the words of a constant command line are not told apart

import os
import shlex

import flask


def view():
    words = shlex.split("convert --title 'My page' -o out.png")
    words.append(flask.request.args["title"])
    os.system(words[0] + " " + words[-2])  # sink
