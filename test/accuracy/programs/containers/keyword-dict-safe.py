# truth: safe
# twin: keyword-dict-hostile.py
import os

import flask


def start(**options):
    os.system("start " + options["name"] + " " + options["kind"])  # sink


def view():
    start(name="app", kind="web", tag=flask.request.args["tag"])
