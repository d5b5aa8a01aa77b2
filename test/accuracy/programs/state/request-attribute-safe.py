# truth: safe
# twin: request-attribute-hostile.py
# entry: (authenticate(), view())

import os

import flask


def authenticate():
    flask.g.account = {"name": "service"}


def view():
    os.system("quota " + flask.g.account["name"])  # sink
