# truth: hostile
# twin: ip-address-safe.py
# payloads: ["10.0.0.1"]
import ipaddress
import os

import flask


def view():
    address = flask.request.args["address"]
    try:
        ipaddress.ip_address(address)
    except ValueError:
        pass
    os.system("ping -c 1 " + address)  # sink
