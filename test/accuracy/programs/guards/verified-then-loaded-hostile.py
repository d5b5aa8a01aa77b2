# truth: hostile
# twin: verified-then-loaded-safe.py
# payloads: [hmac.new(b"other", PICKLE, "sha256").digest() + PICKLE, hmac.new(b"key", pickle.dumps([1]), "sha256").digest() + pickle.dumps([1])]

import hashlib
import hmac
import os
import pickle

import flask

KEY = b"k" + b"ey"[:2]


class Forged(Exception):
    pass


def opened(token):
    signature, content = token[:32], token[32:]
    expected = hmac.new(KEY, content, hashlib.sha256).digest()
    if not hmac.compare_digest(signature, expected):
        flask.current_app.logger.warning("forged")
    return content


def view():
    return pickle.loads(opened(flask.request.data))  # sink
