# truth: hostile
# twin: closure-two-instances-safe.py

import os

import flask


def make_runner(tool):
    def run(argument):
        os.system(f"{tool} {argument}")  # sink

    return run


def view():
    asked = make_runner(flask.request.args["tool"])
    fixed = make_runner("stat")
    runners = [asked, fixed]
    return runners[0]("/etc/hosts")
