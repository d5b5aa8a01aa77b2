# truth: safe
# twin: app-template-list-hostile.py

import os

import flask

BASE = ["rsync", "--archive"]


def command(target, extra=None):
    words = list(BASE)
    if extra:
        words.extend(extra)
    return [*words, target]


def preview(target):
    return " ".join(command(target))


def view():
    exclude = flask.request.form.getlist("exclude")
    asked = command("/srv", ["--exclude=" + name for name in exclude])
    print("would run", len(asked), "words")
    os.system(preview("backup:/srv"))  # sink
    return "ok"
