# truth: safe
# twin: borg-hostile.py

import os

import flask


class Shared:
    _state = {"pager": "less"}

    def __init__(self):
        self.__dict__ = dict(self._state)


def view():
    Shared().pager = flask.request.args["pager"]
    os.system(Shared().pager + " notes.txt")  # sink
