# truth: hostile
# twin: dict-key-checked-safe.py
import os

import flask

TITLES = {"report": "Report", "7": "Seven"}


def view():
    page = flask.request.args["page"]
    title = TITLES.get(page)
    os.system(f"publish {page} {title and title.lower()}")  # sink
