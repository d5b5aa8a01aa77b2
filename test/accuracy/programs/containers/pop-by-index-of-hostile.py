# truth: hostile
# twin: pop-by-index-of-safe.py

import os

from flask import request


def view():
    words = ["convert", request.args["file"], "-resize"]
    word = words.pop(words.index("-resize") - 1)
    os.system(word + " --version")  # sink
