# truth: hostile
# twin: callback-parameter-safe.py

import os

import flask


def each_word(text, callback):
    for word in text.split(","):
        callback(word)


def run(word):
    os.system("play " + word)  # sink


def count(word):
    run(str(len(word)))


def view():
    each_word(flask.request.args["songs"], run)
