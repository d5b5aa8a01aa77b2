# truth: hostile
# twin: super-method-safe.py

from os import system
import shlex

import flask


class Runner:
    def command(self, file):
        return "cat " + file


class QuotingRunner(Runner):
    def command(self, file):
        return super().command(file.strip())


def view():
    system(QuotingRunner().command(flask.request.args["file"]))  # sink
