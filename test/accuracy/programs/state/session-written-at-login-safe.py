# truth: safe
# twin: session-written-at-login-hostile.py
# entry: (login(), view())

import os

import flask

app = flask.Flask(__name__)


@app.route("/login", methods=["POST"])
def login():
    flask.session["who"] = "member"
    return "ok"


@app.route("/files")
def view():
    os.system("ls /home/" + flask.session["who"])  # sink
