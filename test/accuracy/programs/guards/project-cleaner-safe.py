# truth: safe
# twin: project-cleaner-hostile.py
import os
import re

import flask


def slug(text):
    text = text.strip().lower()
    return re.sub(r"[^a-z0-9]+", "-", text)


def view():
    os.system("publish /srv/" + slug(flask.request.args["title"]))  # sink
