# truth: hostile
# twin: sub-removes-safe.py
import os
import re

import flask


def view():
    name = re.sub(r"[;|]", "", flask.request.args["name"])
    os.system("touch /srv/x" + name)  # sink
