# truth: safe
# twin: star-args-hostile.py

import os

import flask


def run(program, *arguments):
    command = " ".join([program, arguments[0]])
    os.system(command)  # sink


def view():
    path = flask.request.args["path"]
    run("ls", "-l", path)
