# truth: hostile
# twin: context-stack-in-object-safe.py

import contextlib
import subprocess

import flask


class Printer:
    def __init__(self):
        self.prefix = "plain"

    @contextlib.contextmanager
    def using(self, prefix):
        saved = self.prefix
        self.prefix = prefix
        yield self
        self.prefix = saved


def view():
    printer = Printer()
    with printer.using(flask.request.args["prefix"]):
        subprocess.call("lpr -T " + printer.prefix, shell=True)  # sink
