# truth: safe
# twin: dict-values-hostile.py
import os

import flask


def view():
    params = {"a": "1", "b": flask.request.args["b"]}
    params = {"c": "3"}
    os.system("sum " + " ".join(params.values()))  # sink
