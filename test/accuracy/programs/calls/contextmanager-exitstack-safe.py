# truth: safe
# twin: contextmanager-exitstack-hostile.py

import contextlib
import os

import flask


@contextlib.contextmanager
def remove_later(path):
    yield path
    os.system(f"rm -r {path}")  # sink


def view():
    asked = flask.request.args["path"]
    with contextlib.ExitStack() as stack:
        stack.enter_context(remove_later("/tmp/render"))
        print("rendering", asked)
