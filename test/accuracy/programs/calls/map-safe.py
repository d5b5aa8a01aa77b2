# truth: safe
# twin: map-hostile.py

import os

import flask


def option(text):
    return "--tag=%d" % len(text)


def view():
    tags = flask.request.args["tags"].split(",")
    os.system("tagger " + " ".join(map(option, tags)))  # sink
