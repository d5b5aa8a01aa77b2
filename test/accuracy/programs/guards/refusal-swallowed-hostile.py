# truth: hostile
# twin: refusal-swallowed-safe.py

import os

import flask


def require_word(text):
    if not text.isalnum():
        raise ValueError("one word, please")


def view():
    word = flask.request.args["word"]
    try:
        require_word(word)
    except ValueError as problem:
        print(problem)
    os.system("look " + word)  # sink
