# truth: hostile
# twin: vars-is-same-safe.py

import os

import flask


class Options:
    def __init__(self):
        self.device = "/dev/sr0"


def view():
    options = Options()
    table = vars(options)
    table["device"] = flask.request.form["device"]
    os.system("eject " + options.device)  # sink
