# truth: safe
# twin: f-string-format-spec-hostile.py
import os

import flask


def view():
    raw = flask.request.args["level"]
    level = int(raw)
    os.system(f"nice -n {level:>3} job")  # sink
