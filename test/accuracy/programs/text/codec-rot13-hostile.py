# truth: hostile
# twin: codec-rot13-safe.py
import codecs
import os

import flask


def view():
    text = codecs.encode(flask.request.args["text"], "rot13")
    os.system("say " + codecs.decode(text, "rot13"))  # sink
