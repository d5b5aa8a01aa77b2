# truth: safe
# twin: match-value-pattern-hostile.py
import os
from enum import Enum

import flask


class Kind(Enum):
    TEXT = "text"
    IMAGE = "image"


DEFAULT = Kind.IMAGE


def view():
    match DEFAULT:
        case Kind.TEXT:
            tool = "less " + flask.request.args["file"]
        case Kind.IMAGE:
            tool = "feh /srv/start.png"
    os.system(tool)  # sink
