# truth: hostile
# twin: dict-nested-safe.py
import os

import flask


def view():
    config = {"server": {"host": flask.request.args["host"], "port": "80"}, "client": {"host": "localhost"}}
    config["server"]["port"] = "443"
    os.system("nc " + config["server"]["host"])  # sink
