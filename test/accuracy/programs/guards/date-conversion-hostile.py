# truth: hostile
# twin: date-conversion-safe.py
# payloads: ["2024-02-29"]
import datetime
import os

import flask


def view():
    raw = flask.request.args["day"]
    day = raw.replace("/", "-")
    os.system(f"logs --day {day}")  # sink
