# truth: hostile
# twin: mapping-proxy-safe.py

import os
import types

import flask


def view():
    options = {"format": "png", "title": flask.request.args["title"]}
    frozen = types.MappingProxyType(options)
    os.system("convert in.gif out." + frozen["title"])  # sink
