# truth: safe
# twin: dataclass-asdict-hostile.py

import dataclasses
import os

import flask


@dataclasses.dataclass
class Point:
    x: str
    y: int


def view():
    values = dataclasses.asdict(Point(flask.request.args["x"], 7))
    os.system(f"plot {values['y']}")  # sink
