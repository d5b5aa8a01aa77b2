# truth: safe
# twin: global-rebinding-hostile.py

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
    close_page()
    os.system("render " + current)  # sink
