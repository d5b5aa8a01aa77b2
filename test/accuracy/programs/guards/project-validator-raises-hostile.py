# truth: hostile
# twin: project-validator-raises-safe.py
import os
import re

import flask


def check_name(name):
    if not re.fullmatch(r"[a-z0-9]+", name):
        return False
    return True


def view():
    name = flask.request.args["name"]
    check_name(name)
    os.system("show " + name)  # sink
