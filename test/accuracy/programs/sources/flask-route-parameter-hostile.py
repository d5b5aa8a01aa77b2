# truth: hostile
# twin: flask-route-parameter-safe.py
# entry: download(flask.request.args.get("q", ""))

import os

import flask

app = flask.Flask(__name__)


@app.route("/download/<name>")
def download(name):
    os.system(f"zip out.zip uploads/{name}")  # sink
    return "done"
