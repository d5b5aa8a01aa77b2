# truth: safe
# twin: dict-nested-hostile.py
import os

import flask


def view():
    config = {"server": {"host": flask.request.args["host"], "port": "80"}, "client": {"host": "localhost"}}
    config["server"]["port"] = "443"
    os.system("nc " + config["client"]["host"])  # sink
