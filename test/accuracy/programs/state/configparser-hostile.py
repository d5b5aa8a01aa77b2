# truth: hostile
# twin: configparser-safe.py

import configparser
import os

import flask


def view():
    config = configparser.ConfigParser(interpolation=None)
    config.read_string("[paths]\nroot = /srv\nlabel = none\n")
    config.set("paths", "root", flask.request.form["value"])
    os.system("ls " + config.get("paths", "root"))  # sink
