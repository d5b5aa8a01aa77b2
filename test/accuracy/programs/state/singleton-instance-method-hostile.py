# truth: hostile
# twin: singleton-instance-method-safe.py

import os

import flask


class Log:
    _only = None

    def __init__(self):
        self.file = "app.log"

    @classmethod
    def instance(cls):
        if cls._only is None:
            cls._only = cls()
        return cls._only


def view():
    Log.instance().file = flask.request.args["file"]
    os.system("tail " + Log.instance().file)  # sink
