# truth: safe
# twin: list-sorted-pairs-hostile.py
import os

import flask


def view():
    pairs = [(3, "three"), (1, flask.request.args["one"]), (2, "two")]
    ranked = sorted(pairs, key=lambda pair: pair[0])
    os.system("award " + ranked[2][1])  # sink
