# truth: hostile
# twin: borg-safe.py

import subprocess

import flask


class Shared:
    _state = {"pager": "less"}

    def __init__(self):
        self.__dict__ = self._state


def view():
    Shared().pager = flask.request.args["pager"]
    subprocess.getoutput(Shared().pager + " notes.txt")  # sink
