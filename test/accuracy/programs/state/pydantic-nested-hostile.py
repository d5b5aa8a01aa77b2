# truth: hostile
# twin: pydantic-nested-safe.py
# payloads: [{"w": "5", "label": "x; owned"}, {"w": "5; owned", "label": "x"}]

import os

import flask
from pydantic import BaseModel


class Size(BaseModel):
    width: int
    label: str


def view():
    size = Size(width=flask.request.args["w"], label=flask.request.args["label"])
    os.system(f"resize {size.label}")  # sink
