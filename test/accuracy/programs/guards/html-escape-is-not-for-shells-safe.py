# truth: safe
# twin: html-escape-is-not-for-shells-hostile.py
import html
import os
import shlex

import flask


def view():
    title = shlex.quote(flask.request.args["title"])
    os.system("set-title " + title + html.escape(" <b>"[:0]))  # sink
