import ast
import base64
import binascii
import codecs
import hmac
import secrets
import zlib
from base64 import b64decode as decode

from flask import request

CODE = "cHJpbnQoMSk="


def hidden():
    exec(base64.b64decode("cHJpbnQoMSk="))  # fail: hidden
    #    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    exec(decode(CODE).decode("utf-8"))  # fail: hidden
    eval(compile(decode(CODE), "<string>", "exec"))  # fail: hidden; fail: hidden
    exec(zlib.decompress(base64.b85decode("c$@(o")))  # fail: hidden
    exec(binascii.unhexlify("7072696e74283129"))  # fail: hidden
    run = exec
    run(codecs.decode("cevag(1)", "rot13"))  # fail: hidden


def remote():
    exec(base64.b64decode(request.form["code"]))  # fail: hostile
    #    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    eval(decode(request.args["expression"]).decode())  # fail: hostile


def given(text):
    exec(base64.b64decode(text))  # open: unknown


def harmless(text):
    exec("print(1)")  # nothing: written out
    image = base64.b64decode("iVBORw0KGgo=")  # nothing: not run
    ast.literal_eval(base64.b64decode(text).decode())  # nothing: runs no code
    return image


def shadowed(exec):
    exec(base64.b64decode("cHJpbnQoMSk="))  # nothing: a parameter of that name


class Job:
    def eval(self, text):
        return text

    def run(self):
        return self.eval(base64.b64decode("cHJpbnQoMSk="))  # nothing: a method of that name


def authenticated(key):
    body = request.get_data()
    code = base64.b64decode(body)
    if not hmac.compare_digest(hmac.new(key, code, "sha256").hexdigest(), request.headers["X-Code"]):
        raise PermissionError
    exec(code)  # pass: what is run is authenticated before


def authenticated_text(key):
    text = request.form["formula"].encode()
    if hmac.compare_digest(request.form["code"], hmac.new(key, text, "sha256").hexdigest()):
        return eval(base64.b64decode(text))  # pass: what is run is authenticated before
    return None


def authenticated_by_digest(key):
    text = request.form["job"].encode()
    if not secrets.compare_digest(hmac.digest(key, text, "sha256"), request.form["mac"].encode()):
        raise ValueError("job")
    return compile(base64.b64decode(text), "job", "exec")  # pass: what is run is authenticated before
