# truth: hostile
# twin: dataclass-safe.py

import dataclasses
import os

import flask


@dataclasses.dataclass
class Mail:
    to: str
    subject: str = "(none)"


def view():
    text = flask.request.form["text"]
    mail = Mail(to=text)
    os.system("sendmail " + mail.to)  # sink
