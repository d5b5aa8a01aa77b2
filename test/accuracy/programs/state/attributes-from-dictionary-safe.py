# truth: safe
# twin: attributes-from-dictionary-hostile.py

import os

import flask


class Options:
    def __init__(self, **given):
        self.color = "red"
        self.__dict__.update(given)


def view():
    given = flask.request.args["given"]
    options = Options(title=given)
    os.system("tput setaf " + options.color)  # sink
