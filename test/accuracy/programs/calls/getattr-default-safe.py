# truth: safe
# twin: getattr-default-hostile.py

import os

import flask


class Settings:
    editor = "nano"


def view():
    asked = flask.request.args["editor"]
    settings = Settings()
    os.system(getattr(settings, "editor", asked) + " notes.txt")  # sink
