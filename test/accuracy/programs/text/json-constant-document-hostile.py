# truth: hostile
# twin: json-constant-document-safe.py
import json
import os

import flask

SETTINGS = json.loads('{"editor": "vi", "pager": "less"}')


def view():
    asked = flask.request.args["file"]
    os.system(SETTINGS["editor"] + " " + asked)  # sink
