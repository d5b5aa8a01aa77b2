# truth: hostile
# twin: map-safe.py

import os

import flask


def option(text):
    return "--tag=" + text


def view():
    tags = flask.request.args["tags"].split(",")
    os.popen("tagger " + " ".join(map(option, tags)))  # sink
