import base64
import binascii
from base64 import b32decode, urlsafe_b64decode as unpack
from http.server import BaseHTTPRequestHandler

import flask
from flask import request

REVOKED = set(open("revoked.txt").read().split())


def session(revoked):
    token = request.cookies["token"]
    if token in revoked:
        flask.abort(401)
    return base64.b64decode(token, validate=True)  # fail: listed
    #                       ^^^^^


def replayed(seen):
    text = flask.request.args["ticket"]
    if text not in seen:
        seen.add(text)
        return unpack(text)  # fail: listed
    return None


class Handler(BaseHTTPRequestHandler):
    def do_POST(self):
        licence = self.headers["X-Licence"]
        if licence in REVOKED:
            self.send_error(403)
            return
        self.wfile.write(b32decode(licence))  # fail: listed


def raw(used):
    token = request.data
    if token in used:
        return None
    return binascii.a2b_base64(token, strict_mode=True)  # fail: listed


def by_bytes(revoked):
    key = base64.b64decode(request.cookies["token"])  # pass: the decoded bytes are what is looked up
    if key in revoked:
        flask.abort(401)
    return key


def by_bytes_of_a_header(revoked):
    serial = unpack(request.headers["X-Serial"])  # pass: the decoded bytes are what is looked up
    return None if serial in revoked else serial


def canonical_by_hand(revoked):
    token = request.args["token"].encode()
    if token in revoked:
        flask.abort(401)
    raw_token = base64.b64decode(token, validate=True)  # pass: the decoded bytes are encoded again and compared with the text
    if base64.b64encode(raw_token) != token:
        flask.abort(400)
    return raw_token


def canonical_by_decoder(revoked):
    token = request.args["token"]
    if token in revoked:
        flask.abort(401)
    return base64.b64decode(token, validate=True, canonical=True)  # pass: the decoder accepts the canonical spelling only


def strict():
    return base64.b64decode(request.args["a"], validate=True)  # open: padding


def strict_and_measured():
    text = request.args["a"]
    if len(text) % 4 != 0:
        flask.abort(400)
    return base64.b64decode(text, validate=True)  # pass: the length of the text is checked


def written_out():
    text = request.args["a"]
    if text in ("YQ==", "Yg=="):
        return base64.b64decode(text)  # nothing: the known texts are written out
    return base64.b64decode(request.args["b"])  # nothing: no list is asked


def trusted(revoked, token):
    if token in revoked:
        return None
    return base64.b64decode(token)  # nothing: it is not known who chose the text


# file: eleven.py
# python: 3.11-3.12
import base64
from binascii import a2b_base64 as decode

from flask import request


def strict():
    first = base64.b64decode(request.args["a"], validate=True)  # fail: padding
    second = base64.b64decode(request.args["b"], None, True)  # fail: padding
    third = decode(request.args["c"], strict_mode=True)  # fail: padding
    return first, second, third


def measured():
    text = request.args["a"]
    if len(text) != 44:
        raise ValueError("not a key")
    return base64.b64decode(text, validate=True)  # pass: the length of the text is checked


# file: thirteen.py
# python: 3.13
import base64

from flask import request


def strict():
    return base64.b64decode(request.args["a"], validate=True)  # pass: the decoders of these Pythons refuse surplus padding


# file: ten.py
# python: 3.9-3.10
import base64

from flask import request


def strict():
    return base64.b64decode(request.args["a"], validate=True)  # pass: the decoders of these Pythons refuse surplus padding
