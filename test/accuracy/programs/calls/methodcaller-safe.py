# truth: safe
# twin: methodcaller-hostile.py

import operator
import subprocess

import flask


class Sheet:
    def __init__(self, title):
        self.title = title

    def name(self):
        return self.title

    def pages(self):
        return str(len(self.title))


def view():
    call = operator.methodcaller("pages")
    subprocess.getoutput("pr -h " + call(Sheet(flask.request.args["title"])))  # sink
