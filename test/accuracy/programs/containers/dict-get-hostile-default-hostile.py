# truth: hostile
# twin: dict-get-hostile-default-safe.py
import os

import flask

EDITORS = {"root": "vi", "www": "nano"}


def view():
    user = "guest"
    editor = EDITORS.get(user, flask.request.args["editor"])
    os.system(editor + " /etc/motd")  # sink
