# truth: safe
# twin: closure-nonlocal-hostile.py

import os

import flask


def recorder():
    last = "none"

    def remember(value):
        nonlocal last
        last = value

    def replay():
        os.system("play " + last)  # sink

    return remember, replay


def view():
    remember, replay = recorder()
    remember(flask.request.args["song"])
    remember("silence.ogg")
    replay()
