# truth: safe
# twin: lazy-singleton-holder-hostile.py

import os

import flask


class Settings:
    _only = None

    def __init__(self):
        self.values = {"shell": "/bin/sh"}

    @classmethod
    def get(cls):
        if cls._only is None:
            cls._only = cls()
        return cls._only


def remember(name, value):
    Settings.get().values[name] = value


def view():
    remember("color", flask.request.args["value"])
    os.system(Settings.get().values["shell"] + " /srv/start")  # sink
