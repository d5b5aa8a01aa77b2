# truth: safe
# twin: suppressed-exception-hostile.py
import contextlib
import os

import flask

DEFAULTS = {"pager": "less"}


def view():
    pager = "more"
    with contextlib.suppress(KeyError):
        pager = DEFAULTS["pager"]
    os.system("man ls | " + pager)  # sink
    return flask.request.args.get("unused")
