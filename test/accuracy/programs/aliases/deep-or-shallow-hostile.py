# truth: hostile
# twin: deep-or-shallow-safe.py

import copy
import os

import flask


def view():
    defaults = {"env": {"EDITOR": "nano"}}
    mine = copy.copy(defaults)
    mine["env"]["EDITOR"] = flask.request.cookies["editor"]
    os.system(defaults["env"]["EDITOR"] + " /srv/motd")  # sink
