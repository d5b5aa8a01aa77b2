# truth: hostile
# twin: flask-session-safe.py
# known: missed -- what a request puts into the session and takes out again is second-order data

import subprocess

import flask


def log_in():
    flask.session["theme"] = flask.request.form["theme"]


def view():
    log_in()
    subprocess.run("lessc themes/" + flask.session["theme"] + ".less", shell=True)  # sink
