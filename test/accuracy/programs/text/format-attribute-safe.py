# truth: safe
# twin: format-attribute-hostile.py

import os

import flask


class Host:
    def __init__(self, name, comment):
        self.name = name
        self.comment = comment


def view():
    host = Host("db1", flask.request.form["comment"])
    os.system("ping -c 1 {0.name}".format(host))  # sink
