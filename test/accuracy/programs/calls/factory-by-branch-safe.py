# truth: safe
# twin: factory-by-branch-hostile.py

import subprocess

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
    subprocess.call(encoder("wav").command(flask.request.form["file"]), shell=True)  # sink
