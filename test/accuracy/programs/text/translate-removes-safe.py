# truth: safe
# twin: translate-removes-hostile.py
import os
import string

import flask

NO_PUNCTUATION = str.maketrans("", "", string.punctuation + string.whitespace)
NO_DIGITS = str.maketrans("", "", string.digits)


def view():
    word = flask.request.args["word"].translate(NO_PUNCTUATION)
    os.system("dict x" + word)  # sink
