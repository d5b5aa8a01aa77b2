# truth: hostile
# twin: repr-not-str-safe.py

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
    os.system("traceroute %s" % Host(flask.request.args["host"]))  # sink
