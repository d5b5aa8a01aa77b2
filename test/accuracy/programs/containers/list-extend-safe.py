# truth: safe
# twin: list-extend-hostile.py
import os

import flask


def view():
    hosts = ["a.example", "b.example"]
    hosts.extend([flask.request.args["extra"], "c.example"])
    os.system("ping " + hosts[3])  # sink
