# truth: safe
# twin: checked-in-post-init-hostile.py

import dataclasses
import os

import flask


@dataclasses.dataclass
class Port:
    host: str
    number: str

    def __post_init__(self):
        if not self.number.isdecimal():
            raise ValueError(self)


def view():
    port = Port("localhost", flask.request.args["port"])
    os.system("fuser -n tcp " + port.number)  # sink
