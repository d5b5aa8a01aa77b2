# truth: safe
# twin: getattr-computed-hostile.py

import os

import flask


class Handler:
    def do_list(self, value):
        return "ls " + value

    def do_help(self, value):
        return "ls --help"

    def dispatch(self, verb, value):
        method = getattr(self, "do_" + verb)
        return method(value)


def view():
    os.system(Handler().dispatch("help", flask.request.args["value"]))  # sink
