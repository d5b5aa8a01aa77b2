# truth: hostile
# twin: return-in-finally-safe.py

import os

from flask import request


def address():
    try:
        return request.args["address"]
    finally:
        os.environ["SEEN"] = "1"


def view():
    os.system("traceroute " + address())  # sink
