# truth: hostile
# twin: global-rebinding-safe.py

import subprocess

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
    subprocess.run("render " + current, shell=True)  # sink
