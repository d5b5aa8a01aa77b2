# truth: hostile
# twin: match-value-pattern-safe.py
import os
from enum import Enum

import flask


class Kind(Enum):
    TEXT = "text"
    IMAGE = "image"


DEFAULT = Kind.TEXT


def view():
    match DEFAULT:
        case Kind.TEXT:
            tool = "less " + flask.request.args["file"]
        case Kind.IMAGE:
            tool = "feh /srv/start.png"
    os.system(tool)  # sink
