# truth: safe
# twin: cached-property-hostile.py

import functools
import os

import flask


class Repository:
    def __init__(self, url):
        self.url = url

    @functools.cached_property
    def clone_command(self):
        return f"git clone --depth {len(self.url)} origin"


def view():
    repository = Repository(flask.request.form["url"])
    os.system(repository.clone_command)  # sink
