# truth: safe
# twin: index-of-raises-hostile.py
# payloads: ["debug", "info; owned"]

import os

import flask

LEVELS = ["debug", "info", "error"]


def view():
    level = flask.request.args["level"]
    try:
        rank = LEVELS.index(level)
    except ValueError:
        return "no such level", 400
    os.system("loglevel " + level)  # sink
    return str(rank)
