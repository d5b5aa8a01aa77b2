# truth: safe
# twin: best-by-score-hostile.py

import os

import flask


def view():
    scores = {"local": 3, "backup": 7}
    labels = {"local": flask.request.args["mirror"]}
    best = max(scores, key=scores.get)
    os.system("rsync " + best + "::module /srv/copy")  # sink
    return labels
