# truth: hostile
# twin: flask-typed-argument-safe.py

import os

import flask


def view():
    page = flask.request.args.get("page", 1)
    os.system(f"pdftotext -f {page} book.pdf")  # sink
