# truth: hostile
# twin: chained-assignment-string-safe.py

import subprocess

import flask


def view():
    first = second = "uptime"
    first += " && " + flask.request.args["more"]
    print(len(first), len(second))
    subprocess.run(first, shell=True)  # sink
