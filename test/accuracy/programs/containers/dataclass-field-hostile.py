# truth: hostile
# twin: dataclass-field-safe.py
import os
from dataclasses import dataclass, field

import flask


@dataclass
class Build:
    branch: str
    target: str = "all"
    flags: list = field(default_factory=list)


def view():
    build = Build(flask.request.args["branch"])
    build.flags.append("-j4")
    os.system(f"make {build.branch} {build.flags[0]}")  # sink
