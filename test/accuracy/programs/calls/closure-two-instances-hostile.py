# truth: hostile
# twin: closure-two-instances-safe.py

import subprocess

import flask


def make_runner(tool):
    def run(argument):
        subprocess.Popen(f"{tool} {argument}", shell=True)  # sink

    return run


def view():
    asked = make_runner(flask.request.args["tool"])
    fixed = make_runner("stat")
    runners = [asked, fixed]
    return runners[0]("/etc/hosts")
