# truth: safe
# twin: positional-order-hostile.py

import subprocess

import flask


def ping(count, host):
    return subprocess.run("ping -c %s example.org" % count, shell=True)  # sink


def view():
    host = flask.request.args["host"]
    result = ping(3, host)
    return str(result.returncode)
