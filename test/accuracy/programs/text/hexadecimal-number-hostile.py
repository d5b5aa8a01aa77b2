# truth: hostile
# twin: hexadecimal-number-safe.py

import os

import flask


def view():
    color = flask.request.args["color"]
    os.system("xsetroot -solid 0x" + color.lstrip("#"))  # sink
