import json
import logging
import logging.config
import logging.handlers
import os
import sys
from http.server import BaseHTTPRequestHandler
from logging.handlers import RotatingFileHandler as Rotating, SocketHandler

from flask import request
from werkzeug.utils import secure_filename

LOGS = {"a": "a.log", "b": "b.log"}


def per_request():
    logging.FileHandler(request.args["log"])  # fail: file
    #                   ^^^^^^^^^^^^^^^^^^^
    Rotating("/var/log/" + request.form["name"], maxBytes=1000)  # fail: file
    logging.basicConfig(level="INFO", filename=request.cookies["file"])  # fail: file
    SocketHandler(request.args["host"], 9020)  # fail: machine
    logging.handlers.HTTPHandler("logs.example", url=request.args["url"])  # fail: machine
    logging.handlers.SMTPHandler((request.args["mail"], 25), "a@b", ["c@d"], "news")  # fail: machine


def configured_by_a_client():
    name = request.args["log"]
    logging.config.dictConfig(
        {
            "version": 1,
            "handlers": {"file": {"class": "logging.FileHandler", "filename": name}},  # fail: file
        }
    )


class Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        logging.FileHandler(self.headers["X-Log"])  # fail: file


def fixed():
    logging.FileHandler("app.log")  # pass: the destination is part of the program
    SocketHandler("localhost", 9020)  # pass: the destination is part of the program
    logging.basicConfig(filename="app.log")  # pass: the destination is part of the program


def listed():
    name = request.args["log"]
    if name not in ("a.log", "b.log"):
        raise ValueError(name)
    logging.FileHandler(name)  # pass: the destination is one of a fixed set
    host = request.args["host"]
    if host in open("hosts").read().split():
        return None
    return SocketHandler(host, 9020)  # fail: machine


def checked_against(names):
    name = request.args["log"]
    if name == "a.log" or name == "b.log":
        logging.FileHandler("/var/log/" + name)  # pass: the destination is part of the program


def cleaned():
    logging.FileHandler("/var/log/" + secure_filename(request.args["log"]))  # pass: the name cannot lead out of its directory


def from_settings():
    with open("settings.json") as stream:
        settings = json.load(stream)
    logging.FileHandler(settings["log"])  # open: stored


def from_the_operator(path):
    logging.FileHandler(os.environ["LOG"])  # nothing: whoever starts the program chooses
    logging.FileHandler(sys.argv[1])  # nothing: whoever starts the program chooses
    logging.FileHandler(path)  # nothing: it is not known who chooses
    logging.StreamHandler(sys.stderr)  # nothing: no file
