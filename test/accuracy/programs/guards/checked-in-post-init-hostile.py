# truth: hostile
# twin: checked-in-post-init-safe.py

import dataclasses
import os

import flask


@dataclasses.dataclass
class Port:
    host: str
    number: str

    def __post_init__(self):
        if not self.host.isdecimal():
            raise ValueError(self)


def view():
    port = Port("1", flask.request.args["port"])
    os.system("fuser -n tcp " + port.number)  # sink
