# truth: safe
# twin: singledispatch-method-hostile.py

import functools
import os

import flask


class Writer:
    @functools.singledispatchmethod
    def show(self, value):
        return "nothing"

    @show.register
    def _(self, value: str):
        return value

    @show.register
    def _(self, value: int):
        return str(value)


def view():
    given = flask.request.args["given"]
    os.system("wall " + Writer().show(len(given)))  # sink
