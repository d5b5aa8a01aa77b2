# truth: safe
# twin: deny-list-replace-hostile.py
import os

import flask


def view():
    name = flask.request.args["name"]
    cleaned = "".join(each for each in name if each.isalnum())
    os.system("echo x" + cleaned)  # sink
