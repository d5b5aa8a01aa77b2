# truth: safe
# twin: version-test-hostile.py
import os
import sys

import flask


def view():
    if sys.version_info < (3, 0):
        text = flask.request.args["text"]
    else:
        text = "old"
    os.system("say " + text)  # sink
