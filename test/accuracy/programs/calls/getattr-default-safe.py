# truth: safe
# twin: getattr-default-hostile.py

import subprocess

import flask


class Settings:
    editor = "nano"


def view():
    asked = flask.request.args["editor"]
    settings = Settings()
    subprocess.call(getattr(settings, "editor", asked) + " notes.txt", shell=True)  # sink
