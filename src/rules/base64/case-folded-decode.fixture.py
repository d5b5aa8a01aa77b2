import base64
import base64 as b64
from base64 import b16decode, b32decode as decode32

from flask import request


def license_id():
    return base64.b32decode(request.args["license"], casefold=True)  # fail: folded
    #                                                         ^^^^


def short_forms():
    first = b16decode(request.form["id"], True)  # fail: folded
    second = decode32(request.form["id"], True)  # fail: folded
    third = b64.b32hexdecode(request.form["id"], casefold=True)  # fail: folded
    fold = True
    fourth = base64.b16decode(request.form["id"], casefold=fold)  # fail: folded
    return first, second, third, fourth


def strict():
    first = base64.b32decode(request.args["id"])  # pass: only one case is accepted
    second = base64.b16decode(request.args["id"], casefold=False)  # pass: only one case is accepted
    third = b16decode(request.args["id"], False)  # pass: only one case is accepted
    fourth = base64.b32decode("me======", casefold=True)  # pass: the encoded text is part of the program
    return first, second, third, fourth


def parse(text, lenient):
    first = base64.b32decode(text, casefold=True)  # open: unknown
    second = base64.b32decode(request.args["id"], casefold=lenient)  # open: option
    return first, second


def totp_code(secret):
    return base64.b32decode(secret, casefold=True)  # nothing: a secret that people type


def shadowed(b16decode):
    return b16decode(request.args["id"], casefold=True)  # nothing: a parameter of that name


class Codec:
    def b32decode(self, text, casefold):
        return text

    def read(self):
        return self.b32decode(request.args["id"], casefold=True)  # nothing: a method of that name
