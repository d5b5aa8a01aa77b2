import base64
from base64 import b32decode as decode

from flask import request

LETTER = b"L"


def invitation(text):
    first = base64.b32decode(request.args["code"], map01=b"I")  # fail: mapped
    #                                                    ^^^^
    second = decode(request.args["code"], False, b"L")  # fail: mapped
    third = base64.b32decode(text, map01=LETTER)  # fail: mapped
    #                                    ^^^^^^
    return first, second, third


def strict(text):
    first = base64.b32decode(text)  # pass: the digits 0 and 1 are refused
    second = base64.b32decode(text, map01=None)  # pass: the digits 0 and 1 are refused
    third = decode(text, False, None)  # pass: the digits 0 and 1 are refused
    fourth = base64.b32decode("MZXW6===", map01=b"L")  # pass: the encoded text is part of the program
    return first, second, third, fourth


def configurable(text, letter, options):
    first = base64.b32decode(text, map01=letter)  # open: option
    second = base64.b32decode(text, **options)  # open: option
    return first, second


class Alphabet:
    def b32decode(self, text, map01):
        return text

    def read(self):
        return self.b32decode(request.args["code"], map01=b"L")  # nothing: a method of that name


def shadowed(base64):
    return base64.b32decode(request.args["code"], map01=b"L")  # nothing: a parameter of that name


def other_decoder():
    return base64.b16decode(request.args["code"])  # nothing: Base16 has no such option
