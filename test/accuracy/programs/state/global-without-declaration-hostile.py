# truth: hostile
# twin: global-without-declaration-safe.py

import subprocess

import flask

path = "/srv/default"


def choose():
    global path
    path = flask.request.args["path"]


def view():
    choose()
    subprocess.call("du " + path, shell=True)  # sink
