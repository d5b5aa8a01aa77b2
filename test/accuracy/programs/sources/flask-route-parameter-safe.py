# truth: safe
# twin: flask-route-parameter-hostile.py
# entry: download(7)

import os

import flask

app = flask.Flask(__name__)


@app.route("/download/<int:name>")
def download(name):
    os.system(f"zip out.zip uploads/{name}")  # sink
    return "done"
