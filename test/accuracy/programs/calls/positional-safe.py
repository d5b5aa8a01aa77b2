# truth: safe
# twin: positional-hostile.py

import os

import flask


def archive(folder, label):
    target = f"/backup/{label}.tar"
    os.system("tar cf " + target + " /srv/data")  # sink


def view():
    archive(flask.request.args["folder"], "nightly")
    return "started"
