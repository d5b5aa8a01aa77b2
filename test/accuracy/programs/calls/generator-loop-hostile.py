# truth: hostile
# twin: generator-loop-safe.py

import subprocess

import flask


def lines(text):
    for number, line in enumerate(text.split(",")):
        yield number, line


def view():
    for _, item in lines(flask.request.args["items"]):
        subprocess.run(f"process {item}", shell=True)  # sink
