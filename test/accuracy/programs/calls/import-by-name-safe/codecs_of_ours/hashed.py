import hashlib


def encode(value):
    return hashlib.sha1(value.encode()).hexdigest()
