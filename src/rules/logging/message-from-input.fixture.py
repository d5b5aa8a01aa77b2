import asyncio
import json
import logging
import re
from http.server import BaseHTTPRequestHandler
from logging import Formatter, getLogger, info as note

import flask
import requests
from flask import request

log = logging.getLogger(__name__)
LOGIN = "login of %s"


def login(app):
    user = request.form["user"]
    logging.info("login of " + user)  # fail: lines
    #                          ^^^^
    log.warning(f"login of {user} failed")  # fail: lines
    note("login of {}".format(user))  # fail: lines
    getLogger("app").log(logging.INFO, user)  # fail: lines
    app.logger.error("no such user: %s" % request.form["user"])  # nothing: whose logger that is is not known
    flask.current_app.logger.error("no such user: %s" % user)  # nothing: whose logger that is is not known


class Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        logging.getLogger("http").info("agent " + self.headers["User-Agent"])  # fail: lines
        log.info("path " + self.path)  # nothing: the path is part of a line


def with_arguments(count):
    user = request.args["user"]
    log.info(user + " has %d messages", count)  # fail: format
    #        ^^^^
    log.error(f"{user}: %s", count)  # fail: format
    logging.LoggerAdapter(log, {}).debug(request.args["text"], count)  # fail: format


def apart():
    user = request.form["user"]
    logging.info("login of %s", user)  # pass: the value is handed over apart from the format
    log.warning("login of %r from %s", user, "here")  # pass: the value is handed over apart from the format
    note("login of %(user)s", {"user": request.form["user"]})  # pass: the value is handed over apart from the format


def cleaned():
    user = request.form["user"]
    log.info(f"user {int(request.form['id'])}")  # pass: line breaks cannot come through
    log.info(f"user {user!r}")  # pass: line breaks cannot come through
    if re.fullmatch(r"[a-z]+", user):
        log.info("user " + user)  # pass: line breaks cannot come through


def harmless(count):
    log.info("started")  # nothing: a constant
    log.info("%d messages", count)  # nothing: no client in sight
    log.info(f"{count} messages")  # nothing: no client in sight


def answers(url):
    log.error("bad answer: " + requests.get(url).text)  # nothing: no client says that
    log.error(str(requests.get(url)))  # nothing: no client says that


def one_line():
    log.info("agent " + request.headers["User-Agent"])  # nothing: a header is one line
    log.info(f"agent {request.headers.get('User-Agent')}")  # nothing: a header is one line
    log.info(request.headers["User-Agent"] + " asked %d times", 2)  # fail: format


class Job:
    def __init__(self, request):
        self.path = request.path


def objects():
    log.info(f"begun: {Job(request)}")  # nothing: what that says is up to the class


def formatters(text):
    logging.Formatter(request.args["format"])  # fail: formatter
    Formatter(fmt=request.args["format"], style="{")  # fail: formatter
    logging.basicConfig(format=request.args["format"])  # fail: formatter
    logging.Formatter("%(message)s")  # pass: the format is part of the program
    logging.basicConfig(level="INFO", format="%(levelname)s %(message)s")  # pass: the format is part of the program
    logging.Formatter(text)  # open: unknown
    with open("logging.json") as stream:
        Formatter(json.load(stream)["format"])  # nothing: the settings are the operator's


def put_together():
    user = request.form["user"]
    log.info(f"100% sure of {user}\n", exc_info=True)  # fail: lines
    log.log(logging.DEBUG, "%s%%" % str(user))  # fail: lines
    log.info("user " + str(user) + "\t" + "'seen'")  # fail: lines
    log.info(f"{user:>20}")  # fail: lines


def whole_list():
    changes = [flask.request.args["q"]]
    logging.debug(changes)  # nothing: the text of a list shows line breaks as \n
    record = {"q": flask.request.args["q"]}
    logging.info(record)  # nothing: nor does that of a dict
    logging.info("changed: " + str(changes))  # false-alarm: lines, str() of a list is its repr()
    logging.info(changes[0])  # fail: lines


def answered(client):
    response = client.submit(flask.request.args["q"])
    logging.warning(response)  # nothing: whether an object shows line breaks is up to its class
    logging.warning(str(flask.request.args["q"]))  # fail: lines


async def convert(command):
    process = await asyncio.create_subprocess_exec(*command, stderr=asyncio.subprocess.PIPE)
    logging.error((await process.stderr.read()).decode())  # nothing: what a program of one's own writes comes from no connection
    reader, _ = await asyncio.open_connection("example.org", 7)
    logging.error((await reader.read()).decode())  # fail: lines
