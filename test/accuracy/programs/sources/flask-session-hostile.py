# truth: hostile
# twin: flask-session-safe.py

import os

import flask


def log_in():
    flask.session["theme"] = flask.request.form["theme"]


def view():
    log_in()
    os.system("lessc themes/" + flask.session["theme"] + ".less")  # sink
