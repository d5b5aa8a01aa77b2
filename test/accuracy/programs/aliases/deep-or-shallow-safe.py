# truth: safe
# twin: deep-or-shallow-hostile.py

import copy
import os

import flask


def view():
    defaults = {"env": {"EDITOR": "nano"}}
    mine = copy.deepcopy(defaults)
    mine["env"]["EDITOR"] = flask.request.cookies["editor"]
    os.system(defaults["env"]["EDITOR"] + " /srv/motd")  # sink
