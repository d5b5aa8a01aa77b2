# truth: hostile
# twin: dataclass-post-init-safe.py

import os
from dataclasses import dataclass

import flask


@dataclass
class Page:
    title: str
    slug: str = ""

    def __post_init__(self):
        self.slug = self.title.lower().replace(" ", "-")


def view():
    os.popen("publish " + Page(flask.request.form["title"]).slug)  # sink
