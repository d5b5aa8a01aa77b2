# truth: safe
# twin: number-or-fallback-hostile.py

import os

from flask import request


def niceness(text):
    try:
        level = int(text)
    except ValueError:
        level = 10
    return level


def view():
    os.system(f"nice -n {niceness(request.args['level'])} make")  # sink
