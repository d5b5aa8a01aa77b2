# truth: safe
# twin: program-allow-list-hostile.py
import subprocess

import flask

TOOLS = ("report", "csv")


def view():
    tool = flask.request.args["tool"]
    if tool not in TOOLS:
        flask.abort(404)
    subprocess.run([tool, "--version"])  # sink
