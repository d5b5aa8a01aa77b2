# truth: safe
# twin: setter-refuses-hostile.py

import os
import re

import flask


class Account:
    def __init__(self, name):
        self.name = name

    @property
    def name(self):
        return self._name

    @name.setter
    def name(self, value):
        if not re.fullmatch("[a-z]+", value):
            raise ValueError(value)
        self._name = value


def view():
    account = Account(flask.request.form["name"])
    os.system("userdel " + account.name)  # sink
