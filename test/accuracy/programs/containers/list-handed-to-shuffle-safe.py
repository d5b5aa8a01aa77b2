# truth: safe
# twin: list-handed-to-shuffle-hostile.py

import os
import random

import flask


def view():
    hosts = ["a.example.org", "b.example.org"]
    random.shuffle(hosts)
    os.system("ssh " + hosts[0] + " uptime")  # sink
