# truth: hostile
# twin: list-extend-safe.py
import os

import flask


def view():
    hosts = ["a.example", "b.example"]
    hosts.extend([flask.request.args["extra"], "c.example"])
    os.system("ping " + hosts[2])  # sink
