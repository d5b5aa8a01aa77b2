# truth: hostile
# twin: chosen-of-two-safe.py
# payloads: [{"action": "start", "other": "x; owned"}]

import os

import flask

FIXED = ("start", "stop")


def view():
    action = flask.request.args["action"]
    other = flask.request.args["other"]
    chosen = action if action in FIXED else other
    if chosen in FIXED:
        os.system("svc " + other)  # sink
