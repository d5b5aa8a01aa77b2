# truth: hostile
# twin: best-by-score-safe.py

import os

import flask


def view():
    scores = {"local": 3, flask.request.args["mirror"]: 7}
    labels = {"local": flask.request.args["mirror"]}
    best = max(scores, key=scores.get)
    os.system("rsync " + best + "::module /srv/copy")  # sink
    return labels
