# truth: hostile
# twin: rpartition-of-address-safe.py

import os

import flask


def view():
    address = flask.request.args["user"] + "@mail.example.org"
    user, _, host = address.rpartition("@")
    os.system("dig " + user)  # sink
