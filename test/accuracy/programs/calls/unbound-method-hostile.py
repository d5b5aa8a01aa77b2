# truth: hostile
# twin: unbound-method-safe.py

import subprocess

import flask


class Disk:
    def __init__(self, device):
        self.device = device

    def check(self, flags):
        subprocess.getoutput(f"fsck {flags} {self.device}")  # sink


def view():
    asked = flask.request.args["device"]
    Disk.check(Disk(asked), "-n")
