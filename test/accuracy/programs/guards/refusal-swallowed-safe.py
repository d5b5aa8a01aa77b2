# truth: safe
# twin: refusal-swallowed-hostile.py

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
        return str(problem), 400
    os.system("look " + word)  # sink
