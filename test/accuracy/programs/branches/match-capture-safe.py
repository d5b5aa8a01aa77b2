# truth: safe
# twin: match-capture-hostile.py
import os

import flask


def view():
    answer = ("ok", flask.request.args["q"])
    match answer:
        case (status, text):
            os.system("notify " + status)  # sink
