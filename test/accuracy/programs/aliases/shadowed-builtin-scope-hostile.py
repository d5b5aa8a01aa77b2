# truth: hostile
# twin: shadowed-builtin-scope-safe.py

import os

import flask

path = "/srv/www"


def view():
    path = flask.request.args["path"]
    return listing(path)


def listing(folder):
    print("asked for", folder)
    os.system("ls " + folder)  # sink
