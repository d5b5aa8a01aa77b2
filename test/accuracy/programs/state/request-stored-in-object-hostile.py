# truth: hostile
# twin: request-stored-in-object-safe.py

import os

import flask


class Page:
    def __init__(self, request):
        self.request = request
        self.defaults = {"print": "letter"}

    def paper(self):
        return self.request.args["print"]


def view():
    os.system("lp -o media=" + Page(flask.request).paper())  # sink
