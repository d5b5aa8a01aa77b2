# truth: hostile
# twin: keyword-dict-safe.py
import os

import flask


def start(**options):
    os.system("start " + options["name"] + " " + options["tag"])  # sink


def view():
    start(name="app", kind="web", tag=flask.request.args["tag"])
