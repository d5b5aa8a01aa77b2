# truth: hostile
# twin: arithmetic-modulo-safe.py
import os

import flask


def view():
    page_size = 50
    column = flask.request.args["sort"]
    width = (7 * page_size - 106) % 100
    chosen = column if width < 50 else "name"
    os.system("sort --key=" + chosen + " /srv/table.txt")  # sink
