# truth: hostile
# twin: isinstance-str-safe.py
# payloads: [{"value": 7}, {"value": "x; owned"}]
import os

import flask


def view():
    value = flask.request.get_json()["value"]
    if not isinstance(value, str):
        flask.abort(400)
    os.system(f"set-value {value}")  # sink
