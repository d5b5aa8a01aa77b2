# truth: safe
# twin: ip-address-with-zone-hostile.py
# payloads: ["10.0.0.1", "fe80::1%$(owned)"]
import ipaddress
import os

import flask


def view():
    address = flask.request.args["address"]
    try:
        parsed = ipaddress.IPv4Address(address)
    except ValueError:
        return "no address"
    os.system(f"ping -c 1 {parsed}")  # sink
