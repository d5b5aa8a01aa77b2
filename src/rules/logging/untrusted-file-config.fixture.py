import configparser
import io
import logging.config
import os
import sys
from logging.config import fileConfig as configure

import flask
import requests

CONFIG = "/etc/app/logging.ini"


@flask.Flask(__name__).route("/logging")
def reconfigure():
    logging.config.fileConfig(flask.request.args["config"])  # fail: hostile
    #                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    configure(io.StringIO(flask.request.form["text"]))  # fail: hostile
    answer = requests.get("https://config.example/logging.ini")
    configure(fname=io.StringIO(answer.text))  # fail: hostile
    logging.config.fileConfig(sys.argv[1])  # fail: hostile
    logging.config.fileConfig("/tmp/logging.ini")  # fail: shared
    #                         ^^^^^^^^^^^^^^^^^^


def fixed():
    logging.config.fileConfig(CONFIG)  # pass: the path is fixed by the program
    configure("logging.ini", disable_existing_loggers=False)  # pass: the path is fixed by the program
    here = os.path.dirname(os.path.abspath(__file__))
    configure(os.path.join(here, "logging.ini"))  # pass: the configuration is shipped with the program


def given(path, options):
    configure(path)  # open: unknown
    configure(**options)  # open: unknown
    parser = configparser.ConfigParser()
    parser.read(path)
    configure(parser)  # open: unknown


def shadowed(logging):
    logging.config.fileConfig(flask.request.args["config"])  # nothing: a parameter of that name


class Config:
    def fileConfig(self, name):
        return name

    def read(self):
        return self.fileConfig(flask.request.args["config"])  # nothing: a method of that name
