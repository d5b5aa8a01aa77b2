# truth: hostile
# twin: suppressed-exception-safe.py
import contextlib
import os

import flask

DEFAULTS = {"pager": "less"}


def view():
    pager = flask.request.args["pager"]
    with contextlib.suppress(KeyError):
        pager = DEFAULTS["viewer"]
    os.system("man ls | " + pager)  # sink
    return flask.request.args.get("unused")
