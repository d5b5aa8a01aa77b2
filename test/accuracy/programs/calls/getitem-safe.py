# truth: safe
# twin: getitem-hostile.py

import os

import flask


class Headers:
    def __init__(self, items):
        self.items = items

    def __getitem__(self, name):
        for key, value in self.items:
            if key.lower() == name.lower():
                return value
        raise KeyError(name)


def view():
    headers = Headers([("Host", "localhost"), ("X-Job", flask.request.args["job"])])
    os.system("atrm " + headers["host"])  # sink
