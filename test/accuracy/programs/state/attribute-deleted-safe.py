# truth: safe
# twin: attribute-deleted-hostile.py

import os

import flask


class Profile:
    editor = "nano"


def view():
    profile = Profile()
    profile.editor = flask.request.args["editor"]
    delattr(profile, "editor")
    os.system(profile.editor + " motd")  # sink
