# truth: safe
# twin: attribute-set-in-method-hostile.py

import os

import flask


class Wizard:
    def __init__(self):
        self.name = "unnamed"
        self.note = ""

    def read_form(self, form):
        self.note = form["answer"]

    def finish(self):
        os.system(f"useradd {self.name}")  # sink


def view():
    wizard = Wizard()
    wizard.read_form(flask.request.form)
    wizard.finish()
