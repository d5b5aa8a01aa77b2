# truth: hostile
# twin: shell-quote-each-word-safe.py
import os
import shlex

import flask


def view():
    words = flask.request.args.getlist("word")
    quoted = [word for word in words]
    os.system("printf '%s' " + " ".join(quoted) + " " + shlex.quote("end"))  # sink
