# truth: safe
# twin: dataclass-post-init-hostile.py

import os
from dataclasses import dataclass

import flask


@dataclass
class Page:
    title: str
    slug: str = ""

    def __post_init__(self):
        self.slug = "page-%d" % len(self.title)


def view():
    os.popen("publish " + Page(flask.request.form["title"]).slug)  # sink
