# truth: hostile
# twin: base64-round-trip-safe.py
import base64
import os

import flask


def view():
    packed = base64.b64encode(flask.request.args["name"].encode())
    name = base64.b64decode(packed).decode()
    os.system("whois " + name)  # sink
    return packed
