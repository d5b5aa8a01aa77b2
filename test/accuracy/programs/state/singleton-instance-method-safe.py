# truth: safe
# twin: singleton-instance-method-hostile.py

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
    Log().file = flask.request.args["file"]
    os.system("tail " + Log.instance().file)  # sink
