# truth: safe
# twin: walrus-value-hostile.py
import os

import flask

settings = {"unit": "nginx"}


def view():
    if (unit := settings.get("unit")) is None:
        return "no unit"
    os.system("systemctl status " + unit)  # sink
