# truth: hostile
# twin: program-allow-list-safe.py
import subprocess

import flask

TOOLS = ("report", "csv")


def view():
    tool = flask.request.args["tool"]
    if tool[:3] != "rep" and tool != "owned":
        flask.abort(404)
    subprocess.run([tool, "--version"])  # sink
