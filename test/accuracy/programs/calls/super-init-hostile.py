# truth: hostile
# twin: super-init-safe.py

import os

import flask


class Base:
    def __init__(self, name):
        self.name = name


class Printer(Base):
    def __init__(self, queue, options):
        super().__init__(queue)
        self.options = len(options)

    def reset(self):
        os.system("cancel -a " + self.name)  # sink


def view():
    asked = flask.request.args["queue"]
    Printer(asked, asked).reset()
