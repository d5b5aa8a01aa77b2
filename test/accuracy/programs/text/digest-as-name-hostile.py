# truth: hostile
# twin: digest-as-name-safe.py

import hashlib
import os

import flask


def view():
    key = flask.request.args["key"]
    name = hashlib.sha256(key.encode()).hexdigest() + key
    os.system("touch /srv/cache/" + name)  # sink
