# truth: hostile
# twin: attribute-deleted-safe.py

import os

import flask


class Profile:
    editor = "nano"


def view():
    profile = Profile()
    profile.editor = flask.request.args["editor"]
    print(profile, "editor")
    os.system(profile.editor + " motd")  # sink
