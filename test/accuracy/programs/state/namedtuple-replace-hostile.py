# truth: hostile
# twin: namedtuple-replace-safe.py

import os
from typing import NamedTuple

import flask


class Mount(NamedTuple):
    device: str
    point: str


def view():
    mount = Mount(flask.request.form["device"], "/mnt")
    again = mount._replace(point="/media")
    os.system("mount " + again.device)  # sink
