# truth: safe
# twin: override-chosen-hostile.py

import os

import flask


class Step:
    def run(self, value):
        os.system("step " + self.argument(value))  # sink

    def argument(self, value):
        raise NotImplementedError


class Verbatim(Step):
    def argument(self, value):
        return value


class Counted(Step):
    def argument(self, value):
        return "%d" % len(value)


def view():
    step = Counted()
    step.run(flask.request.args["value"])
