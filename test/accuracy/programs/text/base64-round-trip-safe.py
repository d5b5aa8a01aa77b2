# truth: safe
# twin: base64-round-trip-hostile.py
import base64
import os

import flask


def view():
    packed = base64.b64encode(flask.request.args["name"].encode())
    name = base64.b64decode(b"bm9uZQ==").decode()
    os.system("whois " + name)  # sink
    return packed
