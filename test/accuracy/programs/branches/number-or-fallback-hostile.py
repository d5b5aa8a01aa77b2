# truth: hostile
# twin: number-or-fallback-safe.py

import os

from flask import request


def niceness(text):
    try:
        level = int(text)
    except ValueError:
        level = text
    return level


def view():
    os.system(f"nice -n {niceness(request.args['level'])} make")  # sink
