# truth: hostile
# twin: builder-field-replaced-safe.py

import os

import flask


class Query:
    def __init__(self):
        self._table = "users"
        self._order = "id"

    def table(self, name):
        self._table = name
        return self

    def order(self, name):
        self._order = name
        return self

    def command(self):
        return f"dump --table={self._table} --order={self._order}"


def view():
    asked = flask.request.args["table"]
    os.system(Query().table(asked).order("name").command())  # sink
