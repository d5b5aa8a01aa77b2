# truth: hostile
# twin: string-replaced-copy-safe.py

import os

import flask


def view():
    template = "finger NAME"
    filled = template.replace("NAME", flask.request.args["name"])
    print(len(filled))
    os.system(filled)  # sink
