# truth: hostile
# twin: attributes-from-dictionary-safe.py

import os

import flask


class Options:
    def __init__(self, **given):
        self.color = "red"
        self.__dict__.update(given)


def view():
    given = flask.request.args["given"]
    options = Options(color=given)
    os.system("tput setaf " + options.color)  # sink
