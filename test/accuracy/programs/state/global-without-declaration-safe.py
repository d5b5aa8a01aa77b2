# truth: safe
# twin: global-without-declaration-hostile.py

import subprocess

import flask

path = "/srv/default"


def choose():
    path = flask.request.args["path"]
    return path


def view():
    choose()
    subprocess.call("du " + path, shell=True)  # sink
