# truth: safe
# twin: flask-headers-hostile.py

import subprocess

import flask


def view():
    agent = flask.request.headers.get("User-Agent", "unknown")
    subprocess.call("logger visit with " + "%d characters" % len(agent), shell=True)  # sink
