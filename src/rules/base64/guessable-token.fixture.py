import base64
import os
import secrets
from base64 import urlsafe_b64encode as encode

from flask import request


def forgot_password():
    reset_token = base64.urlsafe_b64encode(request.form["email"].encode())  # fail: chosen
    #                                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    return reset_token


def new_session():
    session_id = encode(request.form["user"].encode())  # fail: chosen
    fixed_token = base64.b64encode(b"let me in")  # fail: constant
    user = request.form["user"]
    mail = request.form["mail"]
    invite_token = base64.b64encode(f"{user}:{mail}".encode()).decode()  # fail: chosen
    return session_id, fixed_token, invite_token


def for_user(user_id, email):
    reset_code = base64.b64encode(str(user_id).encode())  # open: identity
    confirm_token = base64.urlsafe_b64encode(f"{user_id}/{email}".encode())  # open: identity
    return reset_code, confirm_token


def fresh():
    token = base64.urlsafe_b64encode(os.urandom(32))  # pass: the token is made of random bytes
    raw = secrets.token_bytes(32)
    session_token = encode(raw)  # pass: the token is made of random bytes
    csrf_token = base64.b64encode(secrets.token_bytes(32)).decode()  # pass: the token is made of random bytes
    return token, session_token, csrf_token


def listing(last_id, user, password, blob):
    next_token = base64.b64encode(str(last_id).encode())  # nothing: marks a place in a list
    auth_token = base64.b64encode(f"{user}:{password}".encode())  # nothing: credentials of Basic authentication
    token = base64.b64encode(blob)  # nothing: what the bytes are is not known
    image = base64.b64encode(request.data)  # nothing: not a token
    return next_token, auth_token, token, image


def shadowed(base64):
    token = base64.b64encode(b"let me in")  # nothing: a parameter of that name
    return token
