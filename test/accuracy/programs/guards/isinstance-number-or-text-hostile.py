# truth: hostile
# twin: isinstance-number-or-text-safe.py
# payloads: [{"value": 2}, {"value": "x; owned"}]
import os

import flask


def view():
    value = flask.request.get_json()["value"]
    if isinstance(value, (int, float, str)):
        os.system("scale " + str(value))  # sink
    return "ok"
