# truth: hostile
# twin: flask-session-safe.py

import subprocess

import flask


def log_in():
    flask.session["theme"] = flask.request.form["theme"]


def view():
    log_in()
    subprocess.run("lessc themes/" + flask.session["theme"] + ".less", shell=True)  # sink
