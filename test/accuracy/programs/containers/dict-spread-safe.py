# truth: safe
# twin: dict-spread-hostile.py
import os

import flask


def view():
    asked = {"mode": flask.request.args["mode"]}
    both = {**asked, "mode": "0644"}
    os.system("chmod " + both["mode"] + " /srv/x")  # sink
