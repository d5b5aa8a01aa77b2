# truth: safe
# twin: textwrap-hostile.py
import os
import textwrap

import flask


def view():
    text = "a fixed text"
    message = textwrap.shorten(textwrap.dedent(text), width=200)
    os.system("wall " + message)  # sink
    return flask.request.args.get("text")
