# truth: safe
# twin: attribute-dict-of-instance-hostile.py

import os

import flask


class Options:
    def __init__(self, **values):
        self.__dict__.update(values)


def view():
    options = Options(output="out.pdf", title=flask.request.form["output"])
    os.system("pandoc in.md -o " + options.output)  # sink
