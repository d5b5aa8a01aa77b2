# truth: hostile
# twin: mutable-default-dict-safe.py

import os

import flask


def settings(name, value, values={"editor": "nano"}):
    values = values
    values[name] = value
    return values


def view():
    settings("editor", flask.request.form["editor"])
    os.system(settings("theme", "dark")["editor"] + " motd")  # sink
