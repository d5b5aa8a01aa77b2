# truth: hostile
# twin: positional-order-safe.py

import subprocess

import flask


def ping(count, host):
    return subprocess.run("ping -c %s example.org" % count, shell=True)  # sink


def view():
    host = flask.request.args["host"]
    result = ping(host, 3)
    return str(result.returncode)
