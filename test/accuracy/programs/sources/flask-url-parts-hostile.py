# truth: hostile
# twin: flask-url-parts-safe.py

import subprocess

import flask


def view():
    subprocess.run("logger asked for " + flask.request.full_path, shell=True)  # sink
