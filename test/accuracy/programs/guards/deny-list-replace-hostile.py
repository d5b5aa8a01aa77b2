# truth: hostile
# twin: deny-list-replace-safe.py
import os

import flask


def view():
    name = flask.request.args["name"]
    cleaned = name.replace(";", "").replace("&", "")
    os.system("echo x" + cleaned)  # sink
