# truth: hostile
# twin: atexit-safe.py
# entry: (view(), atexit._run_exitfuncs())

import atexit
import subprocess

import flask


def clean_up(folder):
    subprocess.run("rm -rf /tmp/" + folder, shell=True)  # sink


def view():
    folder = flask.request.args["folder"]
    atexit.register(clean_up, folder)
