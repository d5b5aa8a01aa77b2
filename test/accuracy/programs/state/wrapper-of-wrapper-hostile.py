# truth: hostile
# twin: wrapper-of-wrapper-safe.py

import os

import flask


class Source:
    def __init__(self, text):
        self.text = text

    def get(self):
        return self.text


class Upper:
    def __init__(self, inner):
        self.inner = inner

    def get(self):
        return self.inner.get().title()


class Measure:
    def __init__(self, inner):
        self.inner = inner

    def get(self):
        return str(len(self.inner.get()))


def view():
    chain = Upper(Upper(Source(flask.request.args["text"])))
    os.system("banner " + chain.get())  # sink
