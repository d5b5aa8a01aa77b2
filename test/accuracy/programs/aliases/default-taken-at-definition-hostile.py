# truth: hostile
# twin: default-taken-at-definition-safe.py

import os

import flask

current = "main"


def branch(name=current):
    return current


def view():
    global current
    current = flask.request.args["branch"]
    os.system("git checkout " + branch())  # sink
