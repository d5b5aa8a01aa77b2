# file: serve.py
# python: 3.9-3.14
from http.server import CGIHTTPRequestHandler, HTTPServer


class Handler(CGIHTTPRequestHandler):
    cgi_directories = ["/cgi-bin"]


def main():
    HTTPServer(("", 8000), Handler).serve_forever()


# file: cgi-bin/admin.py
# python: 3.9-3.14
import hmac
import os
from os import environ, getenv

ADMINS = {"root", "admin"}


def is_admin():
    return os.environ["REMOTE_USER"] == "admin"  # fail: claimed
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^


def is_one_of_them():
    user = environ.get("REMOTE_USER", "")
    if user in ADMINS:  # fail: claimed
        return True
    return "admin" == getenv("REMOTE_USER")  # fail: claimed


def is_verified(secret):
    if not hmac.compare_digest(os.environ["HTTP_AUTHORIZATION"], secret):
        return False
    return os.environ["REMOTE_USER"] == "admin"  # pass: a password or code is compared in constant time here as well


def is_verified_too(secret):
    given = getenv("HTTP_AUTHORIZATION")
    user = getenv("REMOTE_USER")
    return hmac.compare_digest(given, secret) and user in ADMINS  # pass: a password or code is compared in constant time here as well


def is_local():
    return os.environ["REMOTE_ADDR"] == "127.0.0.1"  # nothing: that is not the name


def is_kept():
    user = os.environ["REMOTE_USER"]
    return user in ADMINS  # missed: claimed, of an item that is kept in a variable the key is not known


def show(table):
    return table[os.environ["REMOTE_USER"]]  # missed: claimed, names that are looked up are not seen


# file: elsewhere.py
# python: 3.15
import hmac
import os


def is_admin():
    return os.environ["REMOTE_USER"] == "admin"  # open: unknown


def is_verified(secret):
    code = os.environ["HTTP_X_CODE"]
    return hmac.compare_digest(code, secret) and os.environ["REMOTE_USER"] == "admin"  # pass: a password or code is compared in constant time here as well
