# truth: hostile
# twin: pattern-of-class-safe.py
# payloads: ["a", "a_", "a; owned"]

import os
import re

import flask


class Name:
    PATTERN = re.compile(r"[a-z].*")

    def __init__(self, text):
        if self.PATTERN.fullmatch(text) is None:
            raise ValueError("not a name")
        self.text = text

    def __str__(self):
        return self.text


def view():
    os.system(f"groups {Name(flask.request.args['name'])}")  # sink
