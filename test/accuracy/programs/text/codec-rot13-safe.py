# truth: safe
# twin: codec-rot13-hostile.py
import codecs
import os

import flask


def view():
    text = codecs.encode(flask.request.args["text"], "rot13")
    os.system("say " + codecs.decode("uryyb", "rot13"))  # sink
