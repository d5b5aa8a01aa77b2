# truth: safe
# twin: decorator-of-class-hostile.py

import os

import flask


def with_prefix(prefix):
    def decorate(cls):
        cls.prefix = prefix
        return cls

    return decorate


@with_prefix("convert ")
class Picture:
    prefix = ""

    def __init__(self, path):
        self.path = path
        self.kind = "png"

    def run(self):
        os.system(self.prefix + self.kind)  # sink


def view():
    Picture(flask.request.args["path"]).run()
