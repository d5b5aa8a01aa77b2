# truth: safe
# twin: function-rebinds-argument-hostile.py

import os

import flask


def extend(names, name):
    names = names + [name]
    print(len(names))


def view():
    names = ["root"]
    extend(names, flask.request.form["name"])
    os.system("passwd -S " + names[-1])  # sink
