# truth: hostile
# twin: list-handed-to-shuffle-safe.py

import os
import random

import flask


def view():
    hosts = ["a.example.org", flask.request.args["host"]]
    random.shuffle(hosts)
    os.system("ssh " + hosts[0] + " uptime")  # sink
