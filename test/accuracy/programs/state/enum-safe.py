# truth: safe
# twin: enum-hostile.py

import enum
import subprocess

import flask


class Level(enum.Enum):
    LOW = "low"
    HIGH = "high"

    @classmethod
    def _missing_(cls, value):
        return cls.LOW


def view():
    asked = flask.request.args["level"]
    level = Level(asked)
    print("level", level.name)
    subprocess.Popen("set-level " + level.value, shell=True)  # sink
