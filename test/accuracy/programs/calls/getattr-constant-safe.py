# truth: safe
# twin: getattr-constant-hostile.py

import os

import flask


class Request:
    def __init__(self, args):
        self.target = args["target"]
        self.method = "HEAD"


def view():
    request = Request(flask.request.args)
    os.system("curl -I " + getattr(request, "method"))  # sink
