# truth: safe
# twin: project-validator-method-hostile.py
import os

import flask


class Form:
    sizes = ("report", "7", "csv")

    def __init__(self, size):
        self.size = size

    def is_valid(self):
        return self.size in self.sizes


def view():
    form = Form(flask.request.form["size"])
    if not form.is_valid():
        flask.abort(400)
    os.system("resize --to " + form.size)  # sink
