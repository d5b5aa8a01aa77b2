import functools
import hashlib
import os
from hashlib import pbkdf2_hmac, scrypt as stretch

ROUNDS = 20_000
ENOUGH = 600_000


def pbkdf2(password, salt):
    first = hashlib.pbkdf2_hmac("sha256", password, salt, 1000)  # fail: iterations
    #                                                     ^^^^
    second = pbkdf2_hmac("sha512", password, salt, ROUNDS)  # fail: iterations
    #                                              ^^^^^^
    third = hashlib.pbkdf2_hmac(hash_name="sha256", password=password, salt=salt, iterations=10**4)  # fail: iterations
    fourth = pbkdf2_hmac("md5", password, salt, ENOUGH)  # fail: hash
    #                    ^^^^^
    fifth = pbkdf2_hmac("sha256", password, salt, ENOUGH, dklen=8)  # fail: length
    derive = functools.partial(hashlib.pbkdf2_hmac, "sha256", iterations=5000)
    sixth = derive(password=password, salt=salt)  # fail: iterations
    return first, second, third, fourth, fifth, sixth


def scrypt(password, salt):
    first = hashlib.scrypt(password, salt=salt, n=1024, r=8, p=1)  # fail: memory
    #                                             ^^^^
    second = stretch(password, salt=salt, n=2**14, r=1, p=1)  # fail: blocks
    third = stretch(password, salt=salt, n=2**14, r=8, p=1)  # pass: the memory cost is high enough
    fourth = hashlib.scrypt(password, salt=os.urandom(16), n=2**16, r=8, p=1)  # pass: the memory cost is high enough
    return first, second, third, fourth


def enough(password, salt):
    first = pbkdf2_hmac("sha256", password, salt, ENOUGH)  # pass: the number of iterations is high enough
    second = hashlib.pbkdf2_hmac("sha512", password, salt, 210_000, 32)  # pass: the number of iterations is high enough
    third = hashlib.pbkdf2_hmac("sha256", password, salt, 200_000)  # open: advised
    fourth = pbkdf2_hmac("sha1", password, salt, ENOUGH)  # open: advised
    return first, second, third, fourth


def configured(password, salt, rounds, options):
    first = pbkdf2_hmac("sha256", password, salt, rounds)  # open: unknown
    second = hashlib.scrypt(password, salt=salt, n=rounds, r=8, p=1)  # open: unknown
    third = hashlib.scrypt(password, **options)  # open: unknown
    return first, second, third


def scram_verifier(password, salt):
    return pbkdf2_hmac("sha256", password, salt, 4096)  # open: protocol
    #                                            ^^^^


def shadowed(hashlib, password, salt):
    return hashlib.pbkdf2_hmac("sha256", password, salt, 1000)  # nothing: a parameter of that name


class Rounds:
    def pbkdf2_hmac(self, *rest):
        return rest

    def go(self):
        return self.pbkdf2_hmac("sha256", b"", b"", 1000)  # nothing: a method of that name
