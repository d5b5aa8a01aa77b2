# truth: hostile
# twin: project-cleaner-class-safe.py
import os
import shlex

import flask


class Command:
    def __init__(self, program):
        self.words = [program]

    def add(self, word):
        self.words.append(str(word))
        return self

    def __str__(self):
        return " ".join(self.words)


def view():
    command = Command("convert").add("in.png").add(flask.request.args["out"])
    os.system(str(command))  # sink
    return shlex.quote("x")
