# truth: hostile
# twin: dataclass-positional-safe.py

from dataclasses import dataclass, field
import subprocess

import flask


@dataclass
class Build:
    project: str
    branch: str
    flags: list = field(default_factory=list)

    def command(self):
        return " ".join(["build", self.branch, *self.flags])


def view():
    asked = flask.request.args["asked"]
    subprocess.run(Build("site", asked).command(), shell=True)  # sink
