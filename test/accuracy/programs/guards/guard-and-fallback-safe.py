# truth: safe
# twin: guard-and-fallback-hostile.py
import os

import flask

SHELLS = {"bash": "/bin/bash", "report": "/bin/report"}


def view():
    asked = flask.request.args["shell"]
    chosen = asked if asked in SHELLS else "sh"
    os.system("chsh -s " + chosen)  # sink
