# truth: safe
# twin: string-index-hostile.py
import os

import flask

MODE = "wr"


def view():
    name = flask.request.args["name"]
    if MODE[0] == "r":
        command = "cat " + name
    else:
        command = "cat /etc/motd"
    os.system(command)  # sink
