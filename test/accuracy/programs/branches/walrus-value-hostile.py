# truth: hostile
# twin: walrus-value-safe.py
import os

import flask

settings = {"unit": "nginx"}


def view():
    if (unit := flask.request.args.get("unit")) is None:
        return "no unit"
    os.system("systemctl status " + unit)  # sink
