# truth: hostile
# twin: attribute-dict-of-instance-safe.py

import os

import flask


class Options:
    def __init__(self, **values):
        self.__dict__.update(values)


def view():
    options = Options(output=flask.request.form["output"], title="Report")
    os.system("pandoc in.md -o " + options.output)  # sink
