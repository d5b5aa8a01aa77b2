import hashlib
from hashlib import blake2b, blake2s as small, shake_128

LENGTH = 8


def sign(message):
    return hashlib.blake2b(message, digest_size=8).hexdigest()  # fail: short
    #                                           ^


def session_token(message):
    first = small(message, digest_size=LENGTH).digest()  # fail: short
    second = shake_128(message).hexdigest(4)  # fail: short
    return first, second


def signature_of(message, size):
    first = blake2b(message, digest_size=32).digest()  # pass: the digest is long enough
    second = shake_128(message).digest(16)  # pass: the digest is long enough
    third = small(message, digest_size=16).digest()  # pass: the digest is long enough
    fourth = blake2b(message, digest_size=size)  # open: unknown
    fifth = blake2b(message)  # nothing: the default is long
    return first, second, third, fourth, fifth


def cache_key(url):
    return blake2b(url, digest_size=8).hexdigest()  # nothing: a cache key


def shadowed(blake2b, signature):
    signature = blake2b(signature, digest_size=4)  # nothing: a parameter of that name
    return signature


def describe(data):
    return blake2b(data, digest_size=8).hexdigest()  # nothing: no name speaks of security
