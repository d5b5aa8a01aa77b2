# truth: hostile
# twin: replace-placeholder-safe.py
import os

import flask

TEMPLATE = "backup --host HOST --into /srv/backup"


def view():
    host = flask.request.args["host"]
    os.system(TEMPLATE.replace("HOST", host))  # sink
