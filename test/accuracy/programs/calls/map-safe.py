# truth: safe
# twin: map-hostile.py

import os

import flask


def option(text):
    return "--tag=%d" % len(text)


def view():
    tags = flask.request.args["tags"].split(",")
    os.popen("tagger " + " ".join(map(option, tags)))  # sink
