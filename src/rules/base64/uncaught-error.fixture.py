import base64
import binascii
import socket
from base64 import b32decode, urlsafe_b64decode as unpack
from http.server import BaseHTTPRequestHandler

import flask
from flask import request


def view():
    return base64.b64decode(request.args["state"])  # fail: uncaught
    #                       ^^^^^^^^^^^^^^^^^^^^^


def strict():
    text = flask.request.cookies["state"]
    return unpack(s=text)  # fail: uncaught


class Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        name = self.headers["X-Name"]
        self.wfile.write(b32decode(name))  # fail: uncaught

    def do_POST(self):
        self.answer(self.headers["X-Body"])

    def answer(self, body):
        self.wfile.write(base64.b64decode(body))  # open: perhaps
        #                                 ^^^^


def serve(listener: socket.socket):
    while True:
        connection, _ = listener.accept()
        line = connection.recv(1024)
        print(binascii.a2b_base64(line))  # fail: uncaught


def other_error():
    try:
        return base64.b64decode(request.args["state"])  # fail: uncaught
    except KeyError:
        flask.abort(400)


def caught():
    try:
        return base64.b64decode(request.args["state"])  # pass: the error of the decoder is caught
    except binascii.Error:
        flask.abort(400)


def caught_as_its_base():
    try:
        return unpack(request.args["state"])  # pass: the error of the decoder is caught
    except (KeyError, ValueError):
        flask.abort(400)


def caught_as_anything():
    try:
        return b32decode(request.args["state"])  # pass: the error of the decoder is caught
    except Exception:
        flask.abort(400)


def passed_over():
    user = None
    try:
        user = base64.b64decode(request.headers["X-User"])  # open: passed-over
    except ValueError:
        pass
    return user


def constant():
    return base64.b64decode("YQ==")  # nothing: it was decoded when the program was written


def from_file(path):
    with open(path) as stream:
        return base64.b64decode(stream.read())  # nothing: no request
