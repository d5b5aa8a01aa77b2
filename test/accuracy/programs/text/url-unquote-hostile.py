# truth: hostile
# twin: url-unquote-safe.py
import os
import urllib.parse

import flask


def view():
    path = urllib.parse.quote(flask.request.args["path"], safe="")
    name = urllib.parse.unquote(path)
    os.system("cat /srv/" + name)  # sink
