# truth: safe
# twin: filtered-list-hostile.py
# payloads: ["web", "mail", "web; owned"]

import os

import flask

ALLOWED = {"web", "mail"}


def view():
    asked = flask.request.args.getlist("service")
    known = [name for name in asked if name in ALLOWED]
    for name in known:
        os.system("systemctl restart " + name)  # sink
