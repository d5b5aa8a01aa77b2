# truth: safe
# twin: hexadecimal-number-hostile.py

import os

import flask


def view():
    color = flask.request.args["color"]
    os.system("xsetroot -solid 0x" + format(int(color.lstrip("#"), 16), "06x"))  # sink
