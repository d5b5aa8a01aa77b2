# truth: safe
# twin: walrus-alias-hostile.py

import os

import flask


def view():
    target = "staging"
    if (asked := flask.request.args.get("target")) and asked != target:
        print("asked for", asked)
    os.system("deploy " + target)  # sink
