# truth: safe
# twin: match-value-pattern-hostile.py
# known: false-alarm -- members of an enumeration are not told apart as subjects of match
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
