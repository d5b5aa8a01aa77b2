# truth: safe
# twin: lru-cache-hostile.py

import functools
import os

import flask


@functools.lru_cache(maxsize=None)
def command_for(name):
    return f"du -sh /home/user{len(name)}"


def view():
    os.system(command_for(flask.request.args["name"]))  # sink
