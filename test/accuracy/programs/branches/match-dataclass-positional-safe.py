# truth: safe
# twin: match-dataclass-positional-hostile.py

import os
from dataclasses import dataclass

from flask import request


@dataclass
class Say:
    words: str


@dataclass
class Play:
    file: str
    volume: int = 50


def command(event):
    match event:
        case Say(words):
            return "espeak " + words
        case Play(file, 50):
            return "aplay /srv/sounds/bell.wav"
        case _:
            return "true"


def view():
    given = request.args["given"]
    os.system(command(Play(given)))  # sink
