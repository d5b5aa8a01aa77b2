# truth: hostile
# twin: ipv4-parts-safe.py
# payloads: ["10.0.0.1"]
import os

import flask


def view():
    parts = flask.request.args["address"].split(".")
    octets = parts
    os.system("ping -c 1 " + ".".join(octets))  # sink
