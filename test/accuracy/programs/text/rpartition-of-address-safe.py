# truth: safe
# twin: rpartition-of-address-hostile.py

import os

import flask


def view():
    address = flask.request.args["user"] + "@mail.example.org"
    user, _, host = address.rpartition("@")
    os.system("dig " + host)  # sink
