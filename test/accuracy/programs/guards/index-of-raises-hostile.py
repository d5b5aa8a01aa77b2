# truth: hostile
# twin: index-of-raises-safe.py
# payloads: ["debug", "info; owned"]

import os

import flask

LEVELS = ["debug", "info", "error"]


def view():
    level = flask.request.args["level"]
    try:
        rank = LEVELS.index(level)
    except ValueError:
        rank = 0
    os.system("loglevel " + level)  # sink
    return str(rank)
