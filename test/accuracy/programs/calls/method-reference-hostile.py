# truth: hostile
# twin: method-reference-safe.py

import subprocess

import flask


class Mailer:
    def __init__(self, to):
        self.to = to

    def send(self, subject):
        subprocess.check_output(f"mail -s {subject} {self.to}", shell=True)  # sink


def view():
    asked = flask.request.form["subject"]
    send = Mailer("admin").send
    send(asked)
    return asked
