# truth: hostile
# twin: element-replaced-alias-keeps-safe.py

import os

import flask


class Entry:
    def __init__(self, text):
        self.text = text


def view():
    entries = [Entry("start"), Entry("stop")]
    first = entries[0]
    entries[0] = Entry(flask.request.args["text"])
    os.system("service web " + entries[0].text)  # sink
