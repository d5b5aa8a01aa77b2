# truth: safe
# twin: enum-identity-hostile.py

import enum
import os

from flask import request


class Mode(enum.Enum):
    FIXED = 1
    ASKED = 2


def target(mode):
    if mode is Mode.FIXED:
        return "localhost"
    return request.args["host"]


def view():
    os.system("ping -c 1 " + target(Mode.FIXED))  # sink
