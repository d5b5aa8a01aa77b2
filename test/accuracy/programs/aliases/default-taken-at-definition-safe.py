# truth: safe
# twin: default-taken-at-definition-hostile.py

import os

import flask

current = "main"


def branch(name=current):
    return name


def view():
    global current
    current = flask.request.args["branch"]
    os.system("git checkout " + branch())  # sink
