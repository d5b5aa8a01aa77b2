# truth: hostile
# twin: match-class-safe.py
import os
from dataclasses import dataclass

import flask


@dataclass
class Copy:
    source: str
    target: str


@dataclass
class Delete:
    path: str


def command_for(step):
    match step:
        case Delete(path=path):
            return "rm " + path
        case Copy(source, target):
            return "cp -t /backup " + source
    return "true"


def view():
    step = Copy(flask.request.args["file"], "/backup/today")
    os.system(command_for(step))  # sink
