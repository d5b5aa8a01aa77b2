# truth: safe
# twin: class-private-names-hostile.py

import os

import flask


class Account:
    def __init__(self, name):
        self.__name = name

    def name(self):
        return self.__name


class Guest(Account):
    def __init__(self, name):
        super().__init__("guest")
        self.__name = name

    def log_in(self):
        os.system("su " + self.name())  # sink


def view():
    Guest(flask.request.form["name"]).log_in()
