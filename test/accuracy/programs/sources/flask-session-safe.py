# truth: safe
# twin: flask-session-hostile.py

import subprocess

import flask


def log_in():
    flask.session["theme"] = "dark" if flask.request.form["theme"] else "light"


def view():
    log_in()
    subprocess.run("lessc themes/" + flask.session["theme"] + ".less", shell=True)  # sink
