# truth: safe
# twin: generator-result-hostile.py
import os

import flask


def words():
    yield "start"
    yield flask.request.args["word"]
    yield "stop"


def view():
    collected = list(words())
    os.system("send " + collected[2])  # sink
