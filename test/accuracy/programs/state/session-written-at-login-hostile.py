# truth: hostile
# twin: session-written-at-login-safe.py
# entry: (login(), view())

import os

import flask

app = flask.Flask(__name__)


@app.route("/login", methods=["POST"])
def login():
    flask.session["who"] = flask.request.form["who"]
    return "ok"


@app.route("/files")
def view():
    os.system("ls /home/" + flask.session["who"])  # sink
