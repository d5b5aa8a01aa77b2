# truth: hostile
# twin: global-dictionary-safe.py

import os

import flask

SETTINGS = {"printer": "office", "title": "untitled"}


def configure(name, value):
    SETTINGS[name] = value


def view():
    configure("printer", flask.request.form["value"])
    os.system("lpr -P " + SETTINGS["printer"])  # sink
