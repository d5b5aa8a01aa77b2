# truth: safe
# twin: app-callback-list-hostile.py

import os

import flask


class Button:
    handlers = ()

    def __init__(self, label):
        self.label = label
        self.handlers = []

    def on_click(self, handler):
        self.handlers.append(handler)

    def click(self):
        for handler in self.handlers:
            handler(self.label)


def run(label):
    os.system("press " + label)  # sink


def view():
    asked, fixed = Button(flask.request.form["label"]), Button("stop")
    fixed.on_click(run)
    fixed.click()
    asked.click()
    return "pressed"
