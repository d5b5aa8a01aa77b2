# truth: hostile
# twin: cyclic-structure-safe.py

import os

import flask


def view():
    node = {"name": "start"}
    node["self"] = node
    node["self"]["self"]["name"] = flask.request.form["name"]
    os.system("visit " + node["name"])  # sink
