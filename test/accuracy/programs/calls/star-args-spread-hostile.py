# truth: hostile
# twin: star-args-spread-safe.py

import os

import flask


def copy(source, target, mode):
    os.system(f"install -m {mode} {target} /srv")  # sink


def view():
    wanted = ["index.html", flask.request.args["target"], "644"]
    copy(*wanted)
