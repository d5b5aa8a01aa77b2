# truth: safe
# twin: chained-assignment-string-hostile.py

import subprocess

import flask


def view():
    first = second = "uptime"
    first += " && " + flask.request.args["more"]
    print(len(first), len(second))
    subprocess.run(second, shell=True)  # sink
