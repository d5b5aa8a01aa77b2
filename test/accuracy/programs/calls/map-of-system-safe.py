# truth: safe
# twin: map-of-system-hostile.py

import os

import flask


def view():
    commands = ["sync", "uptime"]
    list(map(os.system, commands))  # sink
