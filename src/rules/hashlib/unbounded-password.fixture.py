import hashlib
from hashlib import pbkdf2_hmac as derive, scrypt

from flask import request


def login(salt):
    password = request.form["password"].encode()
    first = hashlib.pbkdf2_hmac("sha256", password, salt, 600_000)  # fail: unbounded
    #                                     ^^^^^^^^
    second = derive("sha256", request.form["password"].encode(), salt, 600_000)  # fail: unbounded
    third = scrypt(password, salt=salt, n=2**14, r=8, p=1)  # fail: unbounded
    return first, second, third


def limited(salt):
    password = request.form["password"].encode()
    if len(password) > 1024:
        raise ValueError("too long")
    first = derive("sha256", password, salt, 600_000)  # pass: the length of the password was tested
    second = scrypt(password, salt=salt, n=2**14, r=8, p=1)  # pass: the length of the password was tested
    third = hashlib.scrypt(password=password, salt=salt, n=2**14, r=8, p=1)  # pass: the length of the password was tested
    return first, second, third


def given(password, salt):
    return derive("sha256", password, salt, 600_000)  # nothing: where the password comes from is not known


def shadowed(scrypt, salt):
    return scrypt(request.form["password"], salt=salt)  # nothing: a parameter of that name


def fast():
    return hashlib.sha256(request.data)  # nothing: no key derivation
