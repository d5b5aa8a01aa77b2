# truth: hostile
# twin: dict-comprehension-safe.py
import os

import flask


def view():
    pairs = [("a", flask.request.args["a"]), ("b", "2")]
    table = {key.upper(): value for key, value in pairs}
    os.system("set " + table["A"])  # sink
