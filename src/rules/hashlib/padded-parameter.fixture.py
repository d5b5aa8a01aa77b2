import hashlib
import os
import secrets
from hashlib import blake2b as hash_of

from flask import request

PURPOSE = b"sessions"


def keyed_by_user(data):
    first = hashlib.blake2b(data, person=request.args["user"].encode())  # fail: chosen
    #                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    second = hash_of(data, salt=request.data)  # fail: chosen
    third = hashlib.blake2s(data, digest_size=16, salt=request.cookies["salt"].encode())  # fail: chosen
    fourth = hashlib.blake2b(data, **{"person": request.headers["X-Tenant"].encode()})  # fail: chosen
    return first, second, third, fourth


def fixed(data):
    first = hashlib.blake2b(data, person=PURPOSE)  # pass: the value is part of the program
    second = hash_of(data, salt=os.urandom(16))  # pass: the value has the length of the random bytes that it is made of
    third = hashlib.blake2s(data, salt=secrets.token_bytes(8))  # pass: the value has the length of the random bytes that it is made of
    name = hashlib.sha256(request.data).digest()
    fourth = hashlib.blake2b(data, person=hashlib.blake2b(name, digest_size=16).digest())  # pass: the value is a digest, which has a fixed length
    return first, second, third, fourth


def checked(data):
    salt = request.data
    if len(salt) != 16:
        raise ValueError("salt")
    return hashlib.blake2b(data, salt=salt)  # pass: the length of the value is checked


def handed_in(data, salt):
    return hashlib.blake2b(data, salt=salt)  # open: unknown


def unsalted(data):
    hashlib.blake2b(data, key=request.data)  # nothing: a key is not filled up without telling
    return hashlib.sha256(data)  # nothing: no such parameters
