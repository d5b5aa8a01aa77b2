# truth: hostile
# twin: user-dict-safe.py

import collections
import subprocess

import flask


class Defaults(collections.UserDict):
    def __setitem__(self, key, value):
        super().__setitem__(key, value)


def view():
    values = Defaults()
    values["mode"] = flask.request.form["mode"]
    subprocess.getoutput("chmod " + values["mode"] + " file")  # sink
