# truth: safe
# twin: simple-namespace-hostile.py

import os
import types

import flask


def view():
    options = types.SimpleNamespace(input="in.wav", title=flask.request.form["value"])
    options.format = "mp3"
    os.system(f"sox {options.input} {getattr(options, 'output', 'out.mp3')}")  # sink
