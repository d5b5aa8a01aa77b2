# truth: hostile
# twin: borg-safe.py

import os

import flask


class Shared:
    _state = {"pager": "less"}

    def __init__(self):
        self.__dict__ = self._state


def view():
    Shared().pager = flask.request.args["pager"]
    os.system(Shared().pager + " notes.txt")  # sink
