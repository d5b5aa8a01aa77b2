import hashlib
import os
import secrets
from hashlib import pbkdf2_hmac as derive
from os import urandom

SALT = b"grains of salt, more than sixteen"


def constant(password):
    first = hashlib.pbkdf2_hmac("sha256", password, b"salt", 600_000)  # fail: constant
    #                                               ^^^^^^^
    second = derive("sha256", password, SALT, 600_000)  # fail: constant
    #                                   ^^^^
    third = hashlib.scrypt(password, salt=b"", n=2**14, r=8, p=1)  # fail: empty
    fourth = derive("sha256", password, "salt".encode(), 600_000)  # fail: constant
    return first, second, third, fourth


def short(password):
    salt = urandom(8)
    first = derive("sha256", password, salt, 600_000)  # fail: short
    second = derive("sha256", password, os.urandom(4), 600_000)  # fail: short
    return first, second


def random_salt(password):
    salt = os.urandom(16)
    first = derive("sha256", password, salt, 600_000)  # pass: the salt is made of enough random bytes
    second = hashlib.scrypt(password, salt=secrets.token_bytes(32), n=2**14, r=8, p=1)  # pass: the salt is made of enough random bytes
    third = derive("sha256", password, secrets.token_bytes(), 600_000)  # pass: the salt is made of enough random bytes
    return salt, first, second, third


def of_the_user(password, username, size):
    first = derive("sha256", password, username.encode(), 600_000)  # open: identity
    second = derive("sha256", password, os.urandom(size), 600_000)  # open: length
    return first, second


def check(password, record):
    return derive("sha256", password, record.salt, 600_000)  # nothing: read from where it was stored


def shadowed(derive, password):
    return derive("sha256", password, b"salt", 600_000)  # nothing: a parameter of that name
