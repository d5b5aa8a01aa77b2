# truth: safe
# twin: pop-by-index-of-hostile.py
# known: false-alarm -- the position of an item is not known when others before it are not constant

import os

from flask import request


def view():
    words = ["convert", request.args["file"], "-resize"]
    word = words.pop(words.index("-resize") - 2)
    os.system(word + " --version")  # sink
