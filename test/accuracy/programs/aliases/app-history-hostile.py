# truth: hostile
# twin: app-history-safe.py

import os

import flask


class Document:
    def __init__(self):
        self.meta = {"printer": "office"}
        self.history = []

    def snapshot(self):
        self.history.append(self.meta)

    def change(self, name, value):
        self.snapshot()
        self.meta[name] = value


def view():
    document = Document()
    document.change("printer", flask.request.form["printer"])
    before = document.history[0]
    os.system("lpr -P " + before["printer"])  # sink
    return "printed"
