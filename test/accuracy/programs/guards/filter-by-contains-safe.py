# truth: safe
# twin: filter-by-contains-hostile.py
# payloads: ["web", "mail", "web; owned"]

import os

import flask

ALLOWED = frozenset(["web", "mail"])


def view():
    asked = flask.request.args.getlist("service")
    for name in filter(ALLOWED.__contains__, asked):
        os.system("systemctl stop " + name)  # sink
