# truth: safe
# twin: return-in-finally-hostile.py

import os

from flask import request


def address():
    try:
        return request.args["address"]
    finally:
        return "127.0.0.1"


def view():
    os.system("traceroute " + address())  # sink
