# truth: hostile
# twin: g-filled-before-request-safe.py
# entry: (load_user(), view())

import os

import flask

app = flask.Flask(__name__)


@app.before_request
def load_user():
    flask.g.user = flask.request.args["user"]
    flask.g.note = flask.request.args["user"]


@app.route("/files")
def view():
    os.system("ls /home/" + flask.g.user)  # sink
