# truth: hostile
# twin: request-attribute-safe.py
# entry: (authenticate(), view())

import os

import flask


def authenticate():
    flask.g.account = {"name": flask.request.headers["X-User"]}


def view():
    os.system("quota " + flask.g.account["name"])  # sink
