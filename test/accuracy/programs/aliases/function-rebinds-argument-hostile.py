# truth: hostile
# twin: function-rebinds-argument-safe.py

import os

import flask


def extend(names, name):
    names += [name]
    print(len(names))


def view():
    names = ["root"]
    extend(names, flask.request.form["name"])
    os.system("passwd -S " + names[-1])  # sink
