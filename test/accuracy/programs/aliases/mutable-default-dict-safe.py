# truth: safe
# twin: mutable-default-dict-hostile.py

import os

import flask


def settings(name, value, values={"editor": "nano"}):
    values = dict(values)
    values[name] = value
    return values


def view():
    settings("editor", flask.request.form["editor"])
    os.system(settings("theme", "dark")["editor"] + " motd")  # sink
