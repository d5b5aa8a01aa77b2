# truth: safe
# twin: flask-session-hostile.py

import os

import flask


def log_in():
    flask.session["theme"] = "dark" if flask.request.form["theme"] else "light"


def view():
    log_in()
    os.system("lessc themes/" + flask.session["theme"] + ".less")  # sink
