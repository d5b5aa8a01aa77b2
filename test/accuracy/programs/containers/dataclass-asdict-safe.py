# truth: safe
# twin: dataclass-asdict-hostile.py
import os
from dataclasses import asdict, dataclass

import flask


@dataclass
class Server:
    name: str
    region: str


def view():
    server = Server(name=flask.request.args["name"], region="eu")
    values = asdict(server)
    os.system("provision " + values["region"])  # sink
