# truth: safe
# twin: namedtuple-replace-hostile.py

import os
from typing import NamedTuple

import flask


class Mount(NamedTuple):
    device: str
    point: str


def view():
    mount = Mount(flask.request.form["device"], "/mnt")
    again = mount._replace(device="/dev/sdb1")
    os.system("mount " + again.device)  # sink
