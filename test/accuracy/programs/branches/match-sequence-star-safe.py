# truth: safe
# twin: match-sequence-star-hostile.py
import os

from flask import request


def view():
    words = ["fetch", "--all", request.args["remote"]]
    match words:
        case [verb, last, *options]:
            os.system("git " + verb + " " + last)  # sink
        case _:
            return "nothing"
