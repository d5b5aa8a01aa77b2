# truth: safe
# twin: factory-by-branch-hostile.py

import os

import flask


class Mp3:
    def command(self, file):
        return "lame " + file


class Silence:
    def command(self, file):
        return "sox -n silence.wav"


def encoder(kind):
    if kind == "mp3":
        return Mp3()
    return Silence()


def view():
    os.system(encoder("wav").command(flask.request.form["file"]))  # sink
