# truth: safe
# twin: sink-in-dataclass-hostile.py

import dataclasses
import os
from collections.abc import Callable

import flask


@dataclasses.dataclass
class Step:
    title: str
    action: Callable[[str], object]


def view():
    steps = [Step("first", str.upper)]
    for step in steps:
        step.action("ls " + flask.request.args["folder"])  # sink
    os.system("true")
