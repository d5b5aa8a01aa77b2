# truth: hostile
# twin: match-capture-safe.py
import os

import flask


def view():
    answer = ("ok", flask.request.args["q"])
    match answer:
        case (status, text):
            os.system("notify " + text)  # sink
