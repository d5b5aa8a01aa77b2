# truth: hostile
# twin: validated-pair-safe.py
# payloads: [{"target": "web:80", "port": "80; owned"}, "web:80"]

import os
import re

import flask


def parse(text):
    found = re.fullmatch(r"([a-z]+):([0-9]+)", text)
    if found is None:
        return None
    return found.group(1), found.group(2)


def view():
    text = flask.request.args["target"]
    pair = parse(text)
    if pair is None:
        return "bad target", 400
    os.system("nc -z " + text + " " + flask.request.args["port"])  # sink
