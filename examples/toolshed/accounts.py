"""Members and their passwords."""

import hashlib
import hmac
import os
import sqlite3

from flask import request

SIGNING_KEY = os.environ.get("TOOLSHED_KEY", "").encode()


def find(email):
    with sqlite3.connect("toolshed.db") as database:
        return database.execute("select * from members where email = ?", (email,)).fetchone()


def legacy_password_hash(password):
    """Passwords from the first version."""
    return hashlib.md5(password.encode()).hexdigest()


def password_hash(password, salt):
    return hashlib.pbkdf2_hmac("sha256", password.encode(), salt, 1000)


def password_hash_now(password):
    salt = os.urandom(16)
    return salt, hashlib.scrypt(password.encode(), salt=salt, n=2**15, r=8, p=1, maxmem=2**26)


def password_hash_for_import(password, salt, rounds):
    """How many rounds an import asks for is not known here."""
    return hashlib.pbkdf2_hmac("sha256", password.encode(), salt, rounds)


def check_password(member, password):
    expected = member["password_hash"]
    found = hashlib.scrypt(password.encode(), salt=member["salt"], n=2**15, r=8, p=1, maxmem=2**26)
    return hmac.compare_digest(found, expected)


def payment_is_genuine():
    """Compares byte by byte: the time it takes tells how much was right."""
    signature = request.headers["X-Signature"]
    return hmac.new(SIGNING_KEY, request.get_data(), "sha256").hexdigest() == signature


def webhook_is_genuine():
    signature = request.headers["X-Signature"]
    expected = hmac.new(SIGNING_KEY, request.get_data(), "sha256").hexdigest()
    return hmac.compare_digest(expected, signature)


def etag(body):
    """Bookkeeping, and said to be."""
    return hashlib.sha1(body, usedforsecurity=False).hexdigest()


def digest(body):
    """Nothing here says what the digest is for."""
    return hashlib.sha1(body).hexdigest()
