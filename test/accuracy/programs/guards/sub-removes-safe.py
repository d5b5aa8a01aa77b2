# truth: safe
# twin: sub-removes-hostile.py
import os
import re

import flask


def view():
    name = re.sub(r"[^a-z0-9]", "", flask.request.args["name"])
    os.system("touch /srv/x" + name)  # sink
