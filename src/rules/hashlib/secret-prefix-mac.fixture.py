import hashlib
import hmac
from hashlib import sha256, sha512 as digest_of

SECRET_KEY = b"from somewhere else"


def sign(message):
    return hashlib.sha256(SECRET_KEY + message).hexdigest()  # fail: prefix
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^


def signature_of(api_secret, query):
    signature = sha256((api_secret + query).encode()).hexdigest()  # fail: prefix
    other = digest_of(f"{api_secret}{query}".encode()).hexdigest()  # fail: prefix
    return signature, other


def by_parts(secret_key, message):
    state = hashlib.md5()  # fail: prefix
    state.update(secret_key)
    state.update(message)
    signature = state.hexdigest()
    return signature


def make_name(secret_key, user):
    name = hashlib.sha256(secret_key + user).hexdigest()  # open: unknown
    return name


def proper(message):
    first = hmac.new(SECRET_KEY, message, "sha256").hexdigest()  # pass: hmac puts key and message together
    second = hmac.digest(SECRET_KEY, message, "sha256")  # pass: hmac puts key and message together
    third = hmac.HMAC(SECRET_KEY, message, "sha256")  # pass: hmac puts key and message together
    return first, second, third


def others(message, cache_key, secret_key):
    hashlib.sha256(cache_key + message)  # nothing: not a secret
    hashlib.sha256(message + secret_key)  # nothing: the key stands behind
    hashlib.sha256(secret_key)  # nothing: nothing to extend
    signature = hashlib.sha3_256(secret_key + message)  # nothing: cannot be extended
    return signature


def shadowed(sha256, secret_key, message):
    signature = sha256(secret_key + message)  # nothing: a parameter of that name
    return signature
