import crypt
import hashlib
import os
from hashlib import sha256, sha512 as digest_of

import bcrypt
from flask import request


def store(password):
    return hashlib.sha256(password.encode()).hexdigest()  # fail: fast
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^


def salted(user, salt):
    user.digest = sha256((salt + user.password).encode("utf-8")).hexdigest()  # fail: fast
    first = digest_of(b"pepper" + request.form["password"].encode())  # fail: fast
    second = hashlib.md5(f"{salt}{user.passwd}".encode()).hexdigest()  # fail: fast
    third = hashlib.new("sha512", user.password)  # fail: fast
    return first, second, third


def by_parts(pwd, salt):
    state = hashlib.blake2b(salt=salt)  # fail: fast
    state.update(pwd)
    return state.digest()


def old_scheme(password):
    first = crypt.crypt(password, "ab")  # fail: scheme
    second = crypt.crypt(password, crypt.METHOD_MD5)  # fail: scheme
    third = crypt.crypt(password)  # nothing: takes the strongest scheme
    fourth = crypt.crypt(password, crypt.METHOD_SHA512)  # nothing: a slow scheme
    return first, second, third, fourth


def hash_password(text):
    return hashlib.sha256(text).hexdigest()  # open: maybe


def make_ha1(user, realm, password):
    ha1 = hashlib.md5(f"{user}:{realm}:{password}".encode()).hexdigest()  # open: protocol
    return ha1


def is_pwned(password):
    return hashlib.sha1(password.encode()).hexdigest()  # nothing: a list of leaked passwords asks for it


def log_in(client, name, password):
    digest = hashlib.md5(password.encode()).hexdigest()  # open: service
    return client.post("/login", data={"user": name, "password": digest})


def with_query(url, query):
    return f"{url}?{query}"


def playlist(url, password):
    fields = {"word": hashlib.md5(password.encode()).hexdigest()}  # open: service
    return with_query(url, fields)


def slow(password):
    key = hashlib.scrypt(password.encode(), salt=os.urandom(16), n=2**14, r=8, p=1)  # nothing: slow
    return key


def with_bcrypt(password):
    first = bcrypt.hashpw(password, bcrypt.gensalt())  # pass: a slow, salted function hashes the password
    return first


class Account:
    def change(self, password):
        self.hash = bcrypt.hashpw(password=password, salt=bcrypt.gensalt(14))  # pass: a slow, salted function hashes the password


def long_ones(password):
    short = hashlib.sha256(password).digest()  # nothing: shortens what bcrypt hashes
    return bcrypt.hashpw(short, bcrypt.gensalt())  # pass: a slow, salted function hashes the password


def by_name(self, password):
    library = self.load_library()
    short = hashlib.sha256(password).digest()  # nothing: shortens what bcrypt hashes
    return library.hashpw(short, library.gensalt())


def other(document, password_field, password_hash):
    hashlib.sha256(document)  # nothing: not a password
    hashlib.sha256(password_field)  # nothing: the name of a field
    hashlib.sha256(password_hash)  # nothing: already a digest
    hashlib.sha256(document.hashedPassword)  # nothing: already a digest


def shadowed(sha256, password):
    return sha256(password)  # nothing: a parameter of that name
