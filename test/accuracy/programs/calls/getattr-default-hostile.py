# truth: hostile
# twin: getattr-default-safe.py

import subprocess

import flask


class Settings:
    editor = "nano"


def view():
    asked = flask.request.args["editor"]
    settings = Settings()
    subprocess.call(getattr(settings, "visual", asked) + " notes.txt", shell=True)  # sink
