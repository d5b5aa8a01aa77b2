# truth: safe
# twin: html-round-trip-hostile.py
import html
import os

import flask


def view():
    shown = html.escape("untitled")
    os.system("set-title " + html.unescape(shown))  # sink
    return flask.request.args.get("title")
