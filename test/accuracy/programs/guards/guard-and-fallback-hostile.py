# truth: hostile
# twin: guard-and-fallback-safe.py
# payloads: ["$(owned)sh"]
import os

import flask

SHELLS = {"bash": "/bin/bash", "report": "/bin/report"}


def view():
    asked = flask.request.args["shell"]
    chosen = asked if asked in SHELLS or asked.endswith("sh")else "sh"
    os.system("chsh -s " + chosen)  # sink
