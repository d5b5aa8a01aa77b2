# truth: hostile
# twin: descriptor-computed-safe.py

import os

import flask


class Command:
    def __init__(self, template):
        self.template = template

    def __get__(self, instance, owner):
        return self.template.format(instance.path)


class Upload:
    compress = Command("gzip {}")

    def __init__(self, path):
        self.path = path
        self.size = len(path)


def view():
    os.system(Upload(flask.request.form["path"]).compress)  # sink
