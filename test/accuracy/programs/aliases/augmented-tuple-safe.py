# truth: safe
# twin: augmented-tuple-hostile.py

import os

import flask


def view():
    base = ("grep", "-r")
    longer = base
    longer += (flask.request.args["pattern"],)
    print(len(longer))
    os.system(" ".join(base))  # sink
