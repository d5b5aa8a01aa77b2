# truth: hostile
# twin: dict-values-safe.py
import os

import flask


def view():
    params = {"a": "1", "b": flask.request.args["b"]}
    other = {"c": "3"}
    os.system("sum " + " ".join(params.values()))  # sink
