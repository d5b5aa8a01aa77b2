# truth: safe
# twin: super-method-hostile.py

import os
import shlex

import flask


class Runner:
    def command(self, file):
        return "cat " + file


class QuotingRunner(Runner):
    def command(self, file):
        return super().command(shlex.quote(file.strip()))


def view():
    os.system(QuotingRunner().command(flask.request.args["file"]))  # sink
