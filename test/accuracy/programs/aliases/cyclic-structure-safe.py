# truth: safe
# twin: cyclic-structure-hostile.py

import os

import flask


def view():
    node = {"name": "start"}
    node["self"] = node
    node["self"]["self"]["note"] = flask.request.form["name"]
    os.system("visit " + node["name"])  # sink
