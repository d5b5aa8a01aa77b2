# truth: hostile
# twin: str-method-safe.py

import os

import flask


class User:
    def __init__(self, name, number):
        self.name = name
        self.number = number

    def __str__(self):
        return self.name

    def __repr__(self):
        return f"User({self.number})"


def view():
    os.system(f"groups {User(flask.request.args['name'], 7)}")  # sink
