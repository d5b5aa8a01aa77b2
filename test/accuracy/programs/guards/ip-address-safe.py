# truth: safe
# twin: ip-address-hostile.py
# payloads: ["10.0.0.1"]
import ipaddress
import os

import flask


def view():
    address = flask.request.args["address"]
    try:
        ipaddress.ip_address(address)
    except ValueError:
        return "no address"
    os.system("ping -c 1 " + str(int(ipaddress.ip_address(address))))  # sink
