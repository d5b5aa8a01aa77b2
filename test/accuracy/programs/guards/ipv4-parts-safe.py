# truth: safe
# twin: ipv4-parts-hostile.py
# payloads: ["10.0.0.1"]
import os

import flask


def view():
    parts = flask.request.args["address"].split(".")
    octets = [str(int(part)) for part in parts]
    os.system("ping -c 1 " + ".".join(octets))  # sink
