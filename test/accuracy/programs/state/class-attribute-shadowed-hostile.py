# truth: hostile
# twin: class-attribute-shadowed-safe.py

import subprocess

import flask


class Player:
    device = "default"

    def play(self):
        subprocess.call(f"aplay -D {self.device} chime.wav", shell=True)  # sink


def view():
    first, second = Player(), Player()
    first.device = flask.request.args["device"]
    first.play()
