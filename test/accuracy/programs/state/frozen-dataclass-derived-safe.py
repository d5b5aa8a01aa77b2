# truth: safe
# twin: frozen-dataclass-derived-hostile.py

import dataclasses
import os

import flask


@dataclasses.dataclass(frozen=True)
class Mail:
    to: str
    subject: str = dataclasses.field(init=False, default="")

    def __post_init__(self):
        object.__setattr__(self, "subject", "for %d" % len(self.to))


def view():
    mail = Mail(flask.request.form["to"])
    os.system("mail -s " + mail.subject + " root")  # sink
