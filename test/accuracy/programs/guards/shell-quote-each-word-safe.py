# truth: safe
# twin: shell-quote-each-word-hostile.py
import os
import shlex

import flask


def view():
    words = flask.request.args.getlist("word")
    quoted = [shlex.quote(word) for word in words]
    os.system("printf '%s' " + " ".join(quoted) + " " + shlex.quote("end"))  # sink
