# truth: safe
# twin: date-conversion-hostile.py
# payloads: ["2024-02-29"]
import datetime
import os

import flask


def view():
    raw = flask.request.args["day"]
    day = datetime.date.fromisoformat(raw)
    os.system(f"logs --day {day}")  # sink
