# truth: hostile
# twin: partial-safe.py

import functools
import os

import flask


def deploy(stage, host):
    os.popen(f"./deploy.sh {stage} {host}")  # sink


def view():
    host = flask.request.args["host"]
    to_stage = functools.partial(deploy, "test")
    to_stage(host)
