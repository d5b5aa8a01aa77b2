# truth: safe
# twin: attribute-through-helper-object-hostile.py

import os

import flask


class Context:
    def __init__(self, request):
        self.values = request.args
        self.options = {"target": "index"}


class Builder:
    def __init__(self, context):
        self.context = context

    def build(self):
        os.system("make " + self.context.options["target"])  # sink


def view():
    Builder(Context(flask.request)).build()
