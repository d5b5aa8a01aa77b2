# truth: hostile
# twin: html-escape-is-not-for-shells-safe.py
import html
import os
import shlex

import flask


def view():
    title = html.escape(flask.request.args["title"])
    os.system("set-title " + title + html.escape(" <b>"[:0]))  # sink
