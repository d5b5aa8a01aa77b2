# truth: safe
# twin: factory-by-name-hostile.py

import subprocess

import flask


class Raw:
    def __init__(self, text):
        self.text = text


class Sized:
    def __init__(self, text):
        self.text = f"{len(text):08d}"


def make(kind, text):
    classes = {"raw": Raw, "sized": Sized}
    return classes[kind](text)


def view():
    subprocess.call("label " + make("sized", flask.request.args["text"]).text, shell=True)  # sink
