# truth: safe
# twin: replace-placeholder-hostile.py
import os

import flask

TEMPLATE = "backup --host HOST --into /srv/backup"


def view():
    host = flask.request.args["host"]
    os.system(TEMPLATE.replace("PORT", host))  # sink
