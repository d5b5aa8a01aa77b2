# truth: safe
# twin: star-args-spread-hostile.py

import os

import flask


def copy(source, target, mode):
    os.system(f"install -m {mode} {source} /srv")  # sink


def view():
    wanted = ["index.html", flask.request.args["target"], "644"]
    copy(*wanted)
