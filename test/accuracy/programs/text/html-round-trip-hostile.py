# truth: hostile
# twin: html-round-trip-safe.py
import html
import os

import flask


def view():
    shown = html.escape(flask.request.args["title"])
    os.system("set-title " + html.unescape(shown))  # sink
    return flask.request.args.get("title")
