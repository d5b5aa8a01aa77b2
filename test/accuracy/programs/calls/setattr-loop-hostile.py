# truth: hostile
# twin: setattr-loop-safe.py

import os

import flask


class Options:
    size = "10"
    note = "none"


def view():
    options = Options()
    for name, value in {"size": flask.request.form["value"], "note": "20"}.items():
        setattr(options, name, value)
    os.system("head -c " + options.size + " /dev/zero")  # sink
