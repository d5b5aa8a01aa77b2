import hashlib
import hmac
import os
import secrets
from hmac import compare_digest, new as mac

from flask import request

KEY = b"from somewhere else"


def webhook(body):
    expected = hmac.new(KEY, body, "sha256").hexdigest()
    if expected == request.headers["X-Hub-Signature"]:  # fail: hostile
    #  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
        return "ok"
    if request.headers["X-Other"] != mac(KEY, body, "sha256").digest():  # fail: hostile
        return "no"
    if hmac.digest(KEY, body, "sha256") == request.headers["X-Third"]:  # fail: hostile
        return "ok"
    return ""


def check(body, signature):
    code = hmac.new(KEY, digestmod="sha256")
    code.update(body)
    return code.hexdigest() == signature  # fail: mac
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^


def token_is_right(stored_token):
    given = hashlib.sha256(request.args["token"].encode()).hexdigest()
    return given == stored_token  # open: unknown


def signed_by_hand(body, shared_secret):
    signature = hashlib.sha256(shared_secret + body).hexdigest()
    return signature == request.headers["X-Signature"]  # fail: hostile


def update_signed_by_hand(body, key):
    state = hashlib.sha256(body)
    state.update(key)
    signature = state.hexdigest()
    return signature == request.headers["X-Signature"]  # fail: hostile


def query_signature(claims):
    found = hashlib.sha256(request.query_string).hexdigest()
    return found == request.args["signature"]  # open: unknown


def in_constant_time(body, signature):
    expected = hmac.new(KEY, body, "sha256").hexdigest()
    if hmac.compare_digest(expected, request.headers["X-Hub-Signature"]):  # pass: the comparison takes the same time for every guess
        return True
    if compare_digest(expected, signature):  # pass: the comparison takes the same time for every guess
        return True
    return secrets.compare_digest(expected, signature)  # pass: the comparison takes the same time for every guess


def download_is_whole(path, expected):
    with open(path, "rb") as stream:
        found = hashlib.sha256(stream.read()).hexdigest()
    return found == expected  # nothing: a public checksum


def login(path, checksum):
    found_checksum = hashlib.sha256(path.read_bytes()).hexdigest()
    return found_checksum == checksum  # nothing: a public checksum


def twice(key, left, right):
    one = hmac.new(key, left, "sha256").digest()
    other = hmac.new(key, right, "sha256").digest()
    return one == other  # nothing: neither side is a guess


def unrelated(signature, other):
    return signature == other  # nothing: no digest is computed here


def constant(body):
    return hmac.new(KEY, body, "sha256").hexdigest() == "00ff"  # nothing: a constant


API_KEY = os.environ["API_KEY"]
TOKEN = secrets.token_urlsafe()


def has_key():
    if request.headers.get("X-Api-Key") != API_KEY:  # fail: token
    #  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
        return False
    if os.environ["WEBHOOK_SECRET"] == request.args["secret"]:  # fail: token
        return True
    if request.form["token"] == os.getenv("ADMIN_TOKEN", ""):  # fail: token
        return True
    return TOKEN == request.cookies["token"]  # fail: token


def has_key_for(given):
    return given == os.environ.get("API_KEY")  # open: perhaps-token


def has_key_in_constant_time():
    if hmac.compare_digest(API_KEY, request.headers["X-Api-Key"]):  # pass: the comparison takes the same time for every guess
        return True
    return secrets.compare_digest(os.environ["WEBHOOK_SECRET"], request.args["secret"])  # pass: the comparison takes the same time for every guess


def other_settings():
    if API_KEY == "":  # nothing: a constant
        return False
    if os.environ["REGION"] == request.args["region"]:  # nothing: no secret
        return True
    return API_KEY == os.environ["OLD_API_KEY"]  # nothing: neither side is a guess
