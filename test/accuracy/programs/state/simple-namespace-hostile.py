# truth: hostile
# twin: simple-namespace-safe.py

import os
import types

import flask


def view():
    options = types.SimpleNamespace(input="in.wav", output=flask.request.form["value"])
    options.format = "mp3"
    os.system(f"sox {options.input} {getattr(options, 'output', 'out.mp3')}")  # sink
