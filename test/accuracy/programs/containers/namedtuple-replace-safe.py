# truth: safe
# twin: namedtuple-replace-hostile.py
import os
from typing import NamedTuple

import flask


class Target(NamedTuple):
    host: str
    port: str = "22"


def view():
    target = Target(flask.request.args["host"])
    target = target._replace(host="localhost")
    os.system("ssh -p " + target.port + " " + target.host)  # sink
