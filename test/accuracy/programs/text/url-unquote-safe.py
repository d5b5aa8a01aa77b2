# truth: safe
# twin: url-unquote-hostile.py
import os
import urllib.parse

import flask


def view():
    path = urllib.parse.quote(flask.request.args["path"], safe="")
    name = str(len(path))
    os.system("cat /srv/" + name)  # sink
