# truth: safe
# twin: global-dictionary-hostile.py

import os

import flask

SETTINGS = {"printer": "office", "title": "untitled"}


def configure(name, value):
    SETTINGS[name] = value


def view():
    configure("title", flask.request.form["value"])
    os.system("lpr -P " + SETTINGS["printer"])  # sink
