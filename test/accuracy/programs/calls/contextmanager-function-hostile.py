# truth: hostile
# twin: contextmanager-function-safe.py

import contextlib
import os

import flask


@contextlib.contextmanager
def opened(name):
    print("open", name)
    try:
        yield name, "rb"
    finally:
        print("close", name)


def view():
    with opened(flask.request.args["name"]) as (first, _):
        os.system(f"file {first}")  # sink
