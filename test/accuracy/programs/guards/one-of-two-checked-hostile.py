# truth: hostile
# twin: one-of-two-checked-safe.py
# payloads: [{"first": "x; owned", "second": "north"}, {"swap": "1", "first": "south", "second": "x; owned"}]

import os

import flask

KNOWN = ("north", "south")


def view():
    args = flask.request.args
    first, second = args["first"], args["second"]
    chosen = first if "swap" in args else second
    if chosen not in KNOWN:
        flask.abort(400)
    os.system("turn " + first)  # sink
