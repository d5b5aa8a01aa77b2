# truth: hostile
# twin: full-match-safe.py
import os
import re

import flask


def view():
    name = flask.request.args["name"]
    if not re.match(r"[a-z0-9_.-]+", name):
        flask.abort(400)
    os.system("cat /srv/notes/" + name)  # sink
