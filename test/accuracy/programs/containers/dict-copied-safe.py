# truth: safe
# twin: dict-copied-hostile.py
import os

import flask


def view():
    template = {"to": "ops", "subject": "hi"}
    message = template.copy()
    message["to"] = flask.request.args["to"]
    os.system("mail " + template["to"])  # sink
