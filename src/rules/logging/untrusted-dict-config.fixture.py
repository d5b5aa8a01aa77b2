import json
import logging.config
import os
import sys
from logging.config import dictConfig as configure

import requests
import yaml
from flask import request

LOGGING = {
    "version": 1,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"level": "INFO", "handlers": ["console"]},
}


def from_outside():
    logging.config.dictConfig(json.loads(request.data))  # fail: hostile
    #                         ^^^^^^^^^^^^^^^^^^^^^^^^
    configure(request.get_json())  # fail: hostile
    configure(config=requests.get("https://config.example/logging").json())  # fail: hostile
    logging.config.DictConfigurator(json.loads(request.data)).configure()  # fail: hostile
    configure(yaml.load(request.data, Loader=yaml.UnsafeLoader))  # fail: yaml
    configure(yaml.safe_load(request.data))  # fail: hostile
    handlers = {"main": {"class": request.form["class"]}}
    configure({"version": 1, "handlers": handlers})  # fail: hostile
    with open(sys.argv[1]) as stream:
        configure(json.load(stream))  # fail: hostile


def in_the_program(level, path):
    logging.config.dictConfig(LOGGING)  # pass: the dictionary is written in the program
    configure({"version": 1, "root": {"level": "INFO"}})  # pass: the dictionary is written in the program
    configure(dict(version=1, root={"level": "INFO"}))  # pass: the dictionary is written in the program
    configure({"version": 1, "root": {"level": level}})  # pass: the dictionary is written in the program
    configure({"version": 1, "root": {"level": os.environ["LEVEL"]}})  # pass: the dictionary is written in the program
    with open(os.path.join(os.path.dirname(__file__), "logging.json")) as stream:
        configure(json.load(stream))  # pass: the configuration is shipped with the program


def given(config, options):
    configure(config)  # open: unknown
    configure(**options)  # open: unknown
    with open(config) as stream:
        configure(json.load(stream))  # open: unknown


def shadowed(logging):
    logging.config.dictConfig(request.get_json())  # nothing: a parameter of that name


class Config:
    def dictConfig(self, config):
        return config

    def read(self):
        return self.dictConfig(request.get_json())  # nothing: a method of that name
