# truth: hostile
# twin: function-mutates-argument-safe.py

import subprocess

import flask


def add(options, value):
    options["output"] = value
    return len(options)


def view():
    options = {"output": "out.png"}
    add(options, flask.request.form["output"])
    subprocess.run("scrot " + options["output"], shell=True)  # sink
