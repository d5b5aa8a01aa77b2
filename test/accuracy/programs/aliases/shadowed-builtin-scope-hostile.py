# truth: hostile
# twin: shadowed-builtin-scope-safe.py

import subprocess

import flask

path = "/srv/www"


def view():
    path = flask.request.args["path"]
    return listing(path)


def listing(folder):
    print("asked for", folder)
    subprocess.call("ls " + folder, shell=True)  # sink
