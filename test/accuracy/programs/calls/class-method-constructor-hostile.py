# truth: hostile
# twin: class-method-constructor-safe.py
# payloads: ["7-9"]

import subprocess

import flask


class Range:
    def __init__(self, first, last):
        self.first = first
        self.last = last

    @classmethod
    def parse(cls, text):
        first, _, last = text.partition("-")
        return cls(first, last)


def view():
    pages = Range.parse(flask.request.args["pages"])
    subprocess.getoutput(f"pdftk in.pdf cat {pages.first}-{pages.last} output out.pdf")  # sink
