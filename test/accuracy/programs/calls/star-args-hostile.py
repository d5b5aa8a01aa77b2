# truth: hostile
# twin: star-args-safe.py

import os

import flask


def run(program, *arguments):
    command = " ".join([program, arguments[1]])
    os.system(command)  # sink


def view():
    path = flask.request.args["path"]
    run("ls", "-l", path)
