# truth: hostile
# twin: lru-cache-safe.py

import functools
import os

import flask


@functools.lru_cache(maxsize=None)
def command_for(name):
    return f"du -sh /home/{name}"


def view():
    os.system(command_for(flask.request.args["name"]))  # sink
