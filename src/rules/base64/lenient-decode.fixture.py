import base64
import binascii
import codecs
import os
import re
import sys
from base64 import b64decode, b64decode as unpack, urlsafe_b64decode
from http.server import BaseHTTPRequestHandler

import flask
import itsdangerous
from django.core.signing import TimestampSigner
from flask import request

LOGO = "iVBORw0KGgo="
ALPHABET = re.compile(r"[A-Za-z0-9+/]*={0,2}")


def cookie_state():
    return base64.b64decode(request.cookies["state"])  # fail: lenient
    #                       ^^^^^^^^^^^^^^^^^^^^^^^^


def through_aliases():
    first = b64decode(flask.request.args["a"])  # fail: lenient
    second = unpack(flask.request.args["b"], None, False)  # fail: lenient
    decode = base64.standard_b64decode
    third = decode(request.form["c"])  # fail: lenient
    fourth = base64.decodebytes(request.data)  # fail: lenient
    fifth = binascii.a2b_base64(request.data)  # fail: lenient
    sixth = codecs.decode(request.data, "base64")  # fail: lenient
    return first, second, third, fourth, fifth, sixth


def token_parts():
    header = request.headers["X-Token"]
    body = urlsafe_b64decode(header)  # fail: urlSafe
    #                        ^^^^^^
    other = base64.b64decode(header, altchars=b"-_")  # fail: urlSafe
    strict = base64.b64decode(header, b"-_", validate=True)  # fail: mixed
    return body, other, strict


class Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        name = self.headers["X-Name"]
        self.wfile.write(base64.b64decode(name))  # fail: lenient
        #                                 ^^^^


def from_argument():
    return base64.b64decode(sys.argv[1])  # open: local


def from_the_environment():
    settings = urlsafe_b64decode(os.environ["APP_SETTINGS"])  # open: local
    with open(os.environ["APP_STATE"]) as state:
        return settings, b64decode(state.read())  # open: local


def filtered():
    text = request.args["a"]
    if "c2VjcmV0" in text:
        flask.abort(400)
    return b64decode(text)  # fail: lenient


def wrong_alphabet():
    first = base64.b64decode("q-_3")  # fail: dropped
    second = base64.b64decode("q[]3", b"[]")  # pass: the encoded text is part of the program
    return first, second


def behind_the_padding():
    first = base64.b64decode("YQ==YQ==")  # fail: behind
    second = b64decode(b"YWI=\nYWJj")  # fail: behind
    third = codecs.decode(b"YQ==<script>", "base64")  # fail: behind
    fourth = base64.b64decode("YQ==\n")  # pass: the encoded text is part of the program
    fifth = base64.b64decode("YQ==YQ==", validate=True)  # pass: the encoded text is part of the program
    sixth = base64.b64decode("YWJjYQ==")  # pass: the encoded text is part of the program
    return first, second, third, fourth, fifth, sixth


def strict_ones():
    raw = base64.b64decode(request.args["a"], validate=True)  # pass: the decoder is strict about the alphabet
    more = b64decode(request.args["a"], None, True)  # pass: the decoder is strict about the alphabet
    last = binascii.a2b_base64(request.data, strict_mode=True)  # pass: the decoder is strict about the alphabet
    return raw, more, last


def checked():
    text = request.args["a"]
    if not re.fullmatch(r"[A-Za-z0-9+/]*={0,2}", text):
        raise ValueError("not Base64")
    return base64.b64decode(text)  # pass: the whole text was matched against the alphabet before


def matched_against_anything():
    text = request.args["a"]
    if re.fullmatch(r".*", text):
        return base64.b64decode(text)  # fail: lenient
    return b""


def canonical():
    text = request.args["a"].encode()
    raw = base64.b64decode(text)  # pass: the decoded bytes are encoded again and compared with the text
    if base64.b64encode(raw) != text:
        raise ValueError("not canonical")
    return raw


def signed():
    signer = itsdangerous.Signer("of the application")
    first = signer.unsign(b64decode(request.args["a"]))  # pass: the signature is one of the decoded bytes
    raw = b64decode(request.args["b"])  # pass: the signature is one of the decoded bytes
    second = TimestampSigner(salt="links").unsign(raw, max_age=3600)
    third = b64decode(signer.unsign(request.args["c"]))  # fail: lenient
    return first, second, third


def constants():
    logo = base64.b64decode(LOGO)  # pass: the encoded text is part of the program
    icon = base64.b64decode("R0lG\nODlh")  # pass: the encoded text is part of the program
    return logo, icon


def load(data, strict):
    first = base64.b64decode(data)  # open: unknown
    second = base64.b64decode(request.args["a"], validate=strict)  # open: option
    options = read_options()
    third = base64.b64decode(data, **options)  # open: option
    return first, second, third


def read_options():
    return {"validate": os.environ["STRICT"]}


def unrelated(b64decode, data):
    b64decode(data)  # nothing: a parameter of that name
    codecs.decode(request.data, "utf-8")  # nothing: another codec
    base64.b64encode(request.data)  # nothing: encoding


class Store:
    def b64decode(self, text):
        return text

    def read(self):
        return self.b64decode(request.args["a"])  # nothing: a method of that name


def partly(name):
    table = {"b64": base64.b64decode}
    return table[name](request.args["a"])  # fail: lenient
