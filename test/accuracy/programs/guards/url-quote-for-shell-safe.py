# truth: safe
# twin: url-quote-for-shell-hostile.py
import os
import urllib.parse

import flask


def view():
    word = flask.request.args["word"]
    os.system("curl https://search.example/?q=" + urllib.parse.quote(word, safe=""))  # sink
