# truth: hostile
# twin: project-cleaner-safe.py
import os
import re

import flask


def slug(text):
    text = text.strip().lower()
    return re.sub(r"\s+", "-", text)


def view():
    os.system("publish /srv/" + slug(flask.request.args["title"]))  # sink
