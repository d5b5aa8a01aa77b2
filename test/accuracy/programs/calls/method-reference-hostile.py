# truth: hostile
# twin: method-reference-safe.py

import os

import flask


class Mailer:
    def __init__(self, to):
        self.to = to

    def send(self, subject):
        os.system(f"mail -s {subject} {self.to}")  # sink


def view():
    asked = flask.request.form["subject"]
    send = Mailer("admin").send
    send(asked)
    return asked
