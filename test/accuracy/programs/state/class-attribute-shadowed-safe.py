# truth: safe
# twin: class-attribute-shadowed-hostile.py

import os

import flask


class Player:
    device = "default"

    def play(self):
        os.system(f"aplay -D {self.device} chime.wav")  # sink


def view():
    first, second = Player(), Player()
    first.device = flask.request.args["device"]
    second.play()
