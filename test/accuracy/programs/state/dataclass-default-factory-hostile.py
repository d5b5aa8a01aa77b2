# truth: hostile
# twin: dataclass-default-factory-safe.py

import os
from dataclasses import dataclass, field

import flask


@dataclass
class Upload:
    names: list = field(default_factory=list)


def view():
    first, second = Upload(), Upload()
    first.names.append(flask.request.form["name"])
    second.names.append("logo.png")
    os.system("optipng " + " ".join(first.names))  # sink
