# truth: safe
# twin: builder-hostile.py

import os

import flask


class Command:
    def __init__(self, program):
        self.parts = [program]

    def option(self, name):
        self.parts.append("--" + name)
        return self

    def argument(self, value):
        self.parts.append(value)
        return self

    def text(self):
        return " ".join(self.parts)


def view():
    asked = flask.request.args["file"]
    command = Command("wc").option("lines").argument("notes.txt")
    os.system(command.text() if asked else "true")  # sink
