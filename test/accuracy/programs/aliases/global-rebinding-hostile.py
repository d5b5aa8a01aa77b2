# truth: hostile
# twin: global-rebinding-safe.py

import os

import flask

current = "index"


def open_page(name):
    global current
    current = name


def close_page():
    global current
    current = "index"


def view():
    open_page(flask.request.args["page"])
    os.system("render " + current)  # sink
