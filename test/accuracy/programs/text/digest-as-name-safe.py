# truth: safe
# twin: digest-as-name-hostile.py

import hashlib
import os

import flask


def view():
    key = flask.request.args["key"]
    name = hashlib.sha256(key.encode()).hexdigest() + ".cache"
    os.system("touch /srv/cache/" + name)  # sink
