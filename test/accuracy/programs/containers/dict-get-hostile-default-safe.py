# truth: safe
# twin: dict-get-hostile-default-hostile.py
import os

import flask

EDITORS = {"root": "vi", "www": "nano"}


def view():
    user = "www"
    editor = EDITORS.get(user, flask.request.args["editor"])
    os.system(editor + " /etc/motd")  # sink
