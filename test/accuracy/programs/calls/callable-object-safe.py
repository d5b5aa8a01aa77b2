# truth: safe
# twin: callable-object-hostile.py

import os

import flask


class Template:
    def __init__(self, text):
        self.text = text

    def __call__(self, value):
        return self.text.replace("@", value)


def view():
    fill = Template("ls *.txt")
    os.popen(fill(flask.request.args["value"]))  # sink
