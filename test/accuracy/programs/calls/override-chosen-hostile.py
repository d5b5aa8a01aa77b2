# truth: hostile
# twin: override-chosen-safe.py

import subprocess

import flask


class Step:
    def run(self, value):
        subprocess.call("step " + self.argument(value), shell=True)  # sink

    def argument(self, value):
        raise NotImplementedError


class Verbatim(Step):
    def argument(self, value):
        return value


class Counted(Step):
    def argument(self, value):
        return "%d" % len(value)


def view():
    step = Verbatim()
    step.run(flask.request.args["value"])
