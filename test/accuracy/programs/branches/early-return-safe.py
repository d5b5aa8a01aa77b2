# truth: safe
# twin: early-return-hostile.py
# reached: never
import os

import flask

READ_ONLY = True


def view():
    target = flask.request.form["target"]
    if READ_ONLY:
        return "read only"
    os.system("rm -r /srv/cache/" + target)  # sink
