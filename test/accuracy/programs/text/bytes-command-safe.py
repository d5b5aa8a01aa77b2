# truth: safe
# twin: bytes-command-hostile.py
import os

import flask


def view():
    body = flask.request.get_data()
    command = b"echo " + b"%d" % len(body)
    os.system(command)  # sink
