# truth: hostile
# twin: flask-headers-safe.py

import subprocess

import flask


def view():
    agent = flask.request.headers.get("User-Agent", "unknown")
    subprocess.call("logger visit with " + agent, shell=True)  # sink
