# truth: hostile
# twin: hex-of-bytes-safe.py
import os

import flask


def view():
    body = flask.request.get_data()
    digits = bytes.fromhex(body.hex()).decode("latin-1")
    os.system("burn x" + digits)  # sink
