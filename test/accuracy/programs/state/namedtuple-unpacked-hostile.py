# truth: hostile
# twin: namedtuple-unpacked-safe.py

import os
from typing import NamedTuple

import flask


class Route(NamedTuple):
    network: str
    gateway: str
    metric: int = 100


def view():
    route = Route(flask.request.form["network"], "10.0.0.1")
    network, gateway, _ = route
    os.system(f"ip route add {network}")  # sink
