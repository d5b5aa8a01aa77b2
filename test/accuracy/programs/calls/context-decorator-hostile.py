# truth: hostile
# twin: context-decorator-safe.py

import contextlib
import os

import flask


class logged(contextlib.ContextDecorator):
    def __enter__(self):
        return self

    def __exit__(self, *problem):
        return False


@logged()
def clean(name):
    return name.strip()


def view():
    os.system("locate " + clean(flask.request.args["name"]))  # sink
