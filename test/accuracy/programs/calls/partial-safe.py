# truth: safe
# twin: partial-hostile.py

import functools
import os

import flask


def deploy(stage, host):
    os.popen(f"./deploy.sh {stage} {host}")  # sink


def view():
    host = flask.request.args["host"]
    to_stage = functools.partial(deploy, "test", "build.example.org")
    print("asked for", host)
    to_stage()
