# truth: safe
# twin: attribute-overwritten-by-method-hostile.py

import os

import flask


class Session:
    def __init__(self, user):
        self.user = user

    def reset(self):
        self.user = "nobody"

    def log(self):
        os.system(f"logger login of {self.user}")  # sink


def view():
    session = Session(flask.request.form["user"])
    session.reset()
    session.log()
