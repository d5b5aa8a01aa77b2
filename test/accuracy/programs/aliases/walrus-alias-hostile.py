# truth: hostile
# twin: walrus-alias-safe.py

import os

import flask


def view():
    target = "staging"
    if (asked := flask.request.args.get("target")) and asked != target:
        print("asked for", asked)
    os.system("deploy " + (asked or target))  # sink
