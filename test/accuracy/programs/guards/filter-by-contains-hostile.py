# truth: hostile
# twin: filter-by-contains-safe.py
# payloads: ["web", "mail", "web; owned"]

import os

import flask

ALLOWED = frozenset(["web", "mail"])


def view():
    asked = flask.request.args.getlist("service")
    for name in filter(None, asked):
        os.system("systemctl stop " + name)  # sink
