# truth: hostile
# twin: enum-conversion-safe.py
import enum
import os

import flask


class Size(enum.Enum):
    SMALL = "report"
    LARGE = "csv"


def view():
    raw = flask.request.args["size"]
    try:
        size = Size(raw).value
    except ValueError:
        size = raw.lower()
    os.system("resize " + size)  # sink
