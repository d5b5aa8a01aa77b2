# truth: safe
# twin: property-setter-hostile.py

import os

import flask


class Volume:
    def __init__(self):
        self._level = 50

    @property
    def level(self):
        return self._level

    @level.setter
    def level(self, value):
        self._level = int(value)


def view():
    volume = Volume()
    volume.level = flask.request.args["level"]
    os.system(f"amixer set Master {volume.level}%")  # sink
