# truth: safe
# twin: chain-and-islice-hostile.py

import itertools
import os

from flask import request


def view():
    names = itertools.chain(["passwd", "group"], [request.args["name"]])
    first = list(itertools.islice(names, 2))
    os.system("getent " + first[-1])  # sink
