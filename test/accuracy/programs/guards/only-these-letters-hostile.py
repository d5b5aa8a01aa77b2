# truth: hostile
# twin: only-these-letters-safe.py
# payloads: ["abc", "x; owned", "x;owned", "$owned"]

import os

import flask

LETTERS = frozenset("abcdefghijklmnopqrstuvwxyz;$ ")


def view():
    word = flask.request.args["word"]
    if any(letter not in LETTERS for letter in word):
        flask.abort(400)
    os.system("say " + word)  # sink
