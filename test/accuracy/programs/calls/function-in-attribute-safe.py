# truth: safe
# twin: function-in-attribute-hostile.py

import os

import flask


def verbatim(text):
    return text


def digits(text):
    return "".join(c for c in text if c.isdigit())


class Form:
    def __init__(self, clean):
        self.clean = clean

    def value(self):
        return self.clean(flask.request.form["value"])


def view():
    os.system("sleep " + Form(digits).value())  # sink
