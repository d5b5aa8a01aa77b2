# truth: hostile
# twin: positional-safe.py

import os

import flask


def archive(folder, label):
    target = f"/backup/{folder}.tar"
    os.system("tar cf " + target + " /srv/data")  # sink


def view():
    archive(flask.request.args["folder"], "nightly")
    return "started"
