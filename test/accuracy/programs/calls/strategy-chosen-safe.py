# truth: safe
# twin: strategy-chosen-hostile.py

import os
from typing import Protocol

import flask


class Naming(Protocol):
    def name(self, text: str) -> str: ...


class Plain:
    def name(self, text: str) -> str:
        return text


class Numbered:
    def name(self, text: str) -> str:
        return f"file-{len(text)}"


class Saver:
    def __init__(self, naming: Naming):
        self.naming = naming

    def save(self, text):
        os.system("touch /srv/" + self.naming.name(text))  # sink


def view():
    Saver(Numbered()).save(flask.request.form["text"])
