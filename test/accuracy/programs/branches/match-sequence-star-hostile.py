# truth: hostile
# twin: match-sequence-star-safe.py
import os

from flask import request


def view():
    words = ["fetch", "--all", request.args["remote"]]
    match words:
        case [verb, *options, last]:
            os.system("git " + verb + " " + last)  # sink
        case _:
            return "nothing"
