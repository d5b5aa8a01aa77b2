# truth: hostile
# twin: string-index-safe.py
import os

import flask

MODE = "rw"


def view():
    name = flask.request.args["name"]
    if MODE[0] == "r":
        command = "cat " + name
    else:
        command = "cat /etc/motd"
    os.system(command)  # sink
