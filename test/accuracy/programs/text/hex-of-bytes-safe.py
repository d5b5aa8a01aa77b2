# truth: safe
# twin: hex-of-bytes-hostile.py
import os

import flask


def view():
    body = flask.request.get_data()
    digits = body.hex()
    os.system("burn x" + digits)  # sink
