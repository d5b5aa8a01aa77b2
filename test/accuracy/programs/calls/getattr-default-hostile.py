# truth: hostile
# twin: getattr-default-safe.py

import os

import flask


class Settings:
    editor = "nano"


def view():
    asked = flask.request.args["editor"]
    settings = Settings()
    os.system(getattr(settings, "visual", asked) + " notes.txt")  # sink
