# truth: safe
# twin: init-subclass-with-keyword-hostile.py

import os

import flask


class Export:
    known = {}

    def __init_subclass__(cls, *, suffix, **more):
        super().__init_subclass__(**more)
        Export.known[suffix] = cls

    def line(self, name):
        raise NotImplementedError


class Csv(Export, suffix="csv"):
    def line(self, name):
        return "export-csv " + name


class Pdf(Export, suffix="pdf"):
    def line(self, name):
        return "export-pdf --all"


def view():
    os.system(Export.known["pdf"]().line(flask.request.args["name"]))  # sink
