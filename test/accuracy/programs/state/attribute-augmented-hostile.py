# truth: hostile
# twin: attribute-augmented-safe.py

import os

import flask


class Script:
    def __init__(self):
        self.text = "set -e"
        self.lines = 1

    def add(self, line):
        self.text += "\n" + line
        self.lines += len(line)


def view():
    script = Script()
    script.add(flask.request.form["line"])
    os.system(script.text)  # sink
