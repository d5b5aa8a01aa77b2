# truth: safe
# twin: flask-url-parts-hostile.py

import subprocess

import flask


def view():
    subprocess.run("logger asked for " + flask.request.endpoint, shell=True)  # sink
