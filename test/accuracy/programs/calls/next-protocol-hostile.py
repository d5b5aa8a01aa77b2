# truth: hostile
# twin: next-protocol-safe.py

import os

import flask


class Numbered:
    def __init__(self, lines):
        self.lines = list(lines)
        self.at = 0

    def __iter__(self):
        return self

    def __next__(self):
        if self.at >= len(self.lines):
            raise StopIteration
        self.at += 1
        return self.at, self.lines[self.at - 1]


def view():
    number, line = next(Numbered(flask.request.form["text"].split(",")))
    os.system(f"at now < {line}")  # sink
