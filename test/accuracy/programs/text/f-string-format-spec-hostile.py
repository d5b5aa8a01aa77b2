# truth: hostile
# twin: f-string-format-spec-safe.py
import os

import flask


def view():
    raw = flask.request.args["level"]
    level = raw
    os.system(f"nice -n {level:>3} job")  # sink
