# truth: safe
# twin: borg-hostile.py

import subprocess

import flask


class Shared:
    _state = {"pager": "less"}

    def __init__(self):
        self.__dict__ = dict(self._state)


def view():
    Shared().pager = flask.request.args["pager"]
    subprocess.getoutput(Shared().pager + " notes.txt")  # sink
