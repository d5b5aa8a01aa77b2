# truth: hostile
# twin: url-quote-for-shell-safe.py
import os
import urllib.parse

import flask


def view():
    word = flask.request.args["word"]
    os.system("curl https://search.example/?q=" + urllib.parse.unquote(word))  # sink
