# truth: safe
# twin: isinstance-str-hostile.py
# payloads: [{"value": 7}, {"value": "x; owned"}]
import os

import flask


def view():
    value = flask.request.get_json()["value"]
    if not isinstance(value, int):
        flask.abort(400)
    os.system(f"set-value {value}")  # sink
