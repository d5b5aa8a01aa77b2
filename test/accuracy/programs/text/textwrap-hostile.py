# truth: hostile
# twin: textwrap-safe.py
import os
import textwrap

import flask


def view():
    text = flask.request.args["text"]
    message = textwrap.shorten(textwrap.dedent(text), width=200)
    os.system("wall " + message)  # sink
    return flask.request.args.get("text")
