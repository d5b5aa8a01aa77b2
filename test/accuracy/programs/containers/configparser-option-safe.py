# truth: safe
# twin: configparser-option-hostile.py
import configparser
import os

import flask


def view():
    config = configparser.ConfigParser(interpolation=None)
    config.add_section("run")
    config.set("run", "user", "nobody")
    config.set("run", "command", flask.request.args["command"])
    os.system(config.get("run", "user"))  # sink
