# truth: hostile
# twin: hash-of-name-safe.py

import hashlib
import os

import flask


def view():
    name = flask.request.args["name"]
    digest = hashlib.md5(name.encode("utf-8")).hexdigest()[:8]
    os.system("mkdir /srv/" + digest + "-" + name)  # sink
