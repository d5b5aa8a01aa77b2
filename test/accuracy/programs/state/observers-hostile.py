# truth: hostile
# twin: observers-safe.py

import os

import flask


class Subject:
    def __init__(self):
        self.observers = []

    def attach(self, observer):
        self.observers.append(observer)

    def notify(self, event, detail):
        for observer in self.observers:
            observer(event, detail)


def announce(event, detail):
    os.system(f"wall {detail}")  # sink


def view():
    subject = Subject()
    subject.attach(announce)
    subject.attach(print)
    subject.notify("login", flask.request.form["user"])
