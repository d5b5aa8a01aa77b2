# truth: hostile
# twin: app-config-read-later-safe.py
# entry: (configure(), view())

import os

import flask

app = flask.Flask(__name__)


@app.route("/configure", methods=["POST"])
def configure():
    app.config["THEME"] = flask.request.form["theme"]
    app.config["ROOT"] = "/srv/themes"
    return "ok"


@app.route("/")
def view():
    os.system("ls " + app.config["THEME"])  # sink
