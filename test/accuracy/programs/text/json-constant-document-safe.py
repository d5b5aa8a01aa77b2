# truth: safe
# twin: json-constant-document-hostile.py
import json
import os

import flask

SETTINGS = json.loads('{"editor": "vi", "pager": "less"}')


def view():
    asked = flask.request.args["file"]
    os.system(SETTINGS["editor"] + " " + SETTINGS["pager"])  # sink
