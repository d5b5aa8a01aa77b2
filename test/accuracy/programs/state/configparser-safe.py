# truth: safe
# twin: configparser-hostile.py

import configparser
import os

import flask


def view():
    config = configparser.ConfigParser(interpolation=None)
    config.read_string("[paths]\nroot = /srv\nlabel = none\n")
    config.set("paths", "label", flask.request.form["value"])
    os.system("ls " + config.get("paths", "root"))  # sink
