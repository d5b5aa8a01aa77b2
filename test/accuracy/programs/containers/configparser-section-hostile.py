# truth: hostile
# twin: configparser-section-safe.py
import configparser
import os

import flask


def view():
    config = configparser.ConfigParser(interpolation=None)
    config["prod"] = {"path": "/srv/prod"}
    config["test"] = {"path": flask.request.args["path"].replace("\n", " ")}
    os.system("ls " + config["test"]["path"])  # sink
