# truth: safe
# twin: flask-typed-argument-hostile.py

import os

import flask


def view():
    page = flask.request.args.get("page", 1, type=int)
    os.system(f"pdftotext -f {page} book.pdf")  # sink
