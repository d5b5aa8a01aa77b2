# truth: safe
# twin: add-operator-hostile.py

import os

import flask


class Words:
    def __init__(self, text):
        self.text = text

    def __add__(self, other):
        return Words(self.text + " " + str(len(other.text)))


def view():
    command = Words("nl") + Words(flask.request.args["file"])
    os.system(command.text)  # sink
