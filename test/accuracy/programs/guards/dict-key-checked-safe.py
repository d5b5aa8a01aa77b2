# truth: safe
# twin: dict-key-checked-hostile.py
import os

import flask

TITLES = {"report": "Report", "7": "Seven"}


def view():
    page = flask.request.args["page"]
    title = TITLES[page]
    os.system(f"publish {page} {title and title.lower()}")  # sink
