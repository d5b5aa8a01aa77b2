# truth: safe
# twin: setattr-loop-hostile.py

import os

import flask


class Options:
    size = "10"
    note = "none"


def view():
    options = Options()
    for name, value in {"note": flask.request.form["value"], "size": "20"}.items():
        setattr(options, name, value)
    os.system("head -c " + options.size + " /dev/zero")  # sink
