# truth: safe
# twin: vars-is-same-hostile.py

import os

import flask


class Options:
    def __init__(self):
        self.device = "/dev/sr0"


def view():
    options = Options()
    table = dict(vars(options))
    table["device"] = flask.request.form["device"]
    os.system("eject " + options.device)  # sink
