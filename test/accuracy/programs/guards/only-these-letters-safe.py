# truth: safe
# twin: only-these-letters-hostile.py
# payloads: ["abc", "x; owned", "x;owned", "$owned"]

import os

import flask

LETTERS = frozenset("abcdefghijklmnopqrstuvwxyz-_")


def view():
    word = flask.request.args["word"]
    if any(letter not in LETTERS for letter in word):
        flask.abort(400)
    os.system("say " + word)  # sink
