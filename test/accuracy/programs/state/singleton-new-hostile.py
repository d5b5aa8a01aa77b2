# truth: hostile
# twin: singleton-new-safe.py

import os

import flask


class Settings:
    _instance = None

    def __new__(cls):
        if cls._instance is None:
            cls._instance = super().__new__(cls)
            cls._instance.shell = "sh"
            cls._instance.motto = ""
        return cls._instance


def view():
    Settings().shell = flask.request.args["value"]
    os.system(Settings().shell + " -c true")  # sink
