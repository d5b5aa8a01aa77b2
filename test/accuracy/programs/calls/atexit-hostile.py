# truth: hostile
# twin: atexit-safe.py
# entry: (view(), atexit._run_exitfuncs())

import atexit
import os

import flask


def clean_up(folder):
    os.system("rm -rf /tmp/" + folder)  # sink


def view():
    folder = flask.request.args["folder"]
    atexit.register(clean_up, folder)
