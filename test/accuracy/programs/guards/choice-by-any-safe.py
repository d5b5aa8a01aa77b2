# truth: safe
# twin: choice-by-any-hostile.py
# payloads: [a + b for a in ("eth0", "wlan0") for b in ("", "; owned")]

import os

import flask

ALLOWED = ["eth0", "wlan0"]


def view():
    name = flask.request.args["name"]
    if any(name == each for each in ALLOWED):
        os.system("ifconfig " + name)  # sink
