# truth: safe
# twin: repr-not-str-hostile.py

import os

import flask


class Host:
    def __init__(self, name):
        self.name = name

    def __str__(self):
        return self.name

    def __repr__(self):
        return "Host"


def view():
    os.system("traceroute %r" % Host(flask.request.args["host"]))  # sink
