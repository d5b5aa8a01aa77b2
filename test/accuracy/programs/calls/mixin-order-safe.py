# truth: safe
# twin: mixin-order-hostile.py

import os

import flask


class Plain:
    def prepare(self, text):
        return text


class Careful:
    def prepare(self, text):
        return "".join(c for c in text if c in "abcdefghijklmnopqrstuvwxyz")


class Shell(Careful, Plain):
    def run(self, text):
        os.system("logger -t app " + self.prepare(text))  # sink


def view():
    Shell().run(flask.request.form["text"])
