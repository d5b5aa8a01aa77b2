# truth: hostile
# twin: bytes-command-safe.py
import os

import flask


def view():
    body = flask.request.get_data()
    command = b"echo " + body
    os.system(command)  # sink
