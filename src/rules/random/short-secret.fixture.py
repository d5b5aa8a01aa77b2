import secrets
from secrets import token_bytes, token_hex as fresh, token_urlsafe

LENGTH = 8


def issue(user):
    user.reset_token = secrets.token_hex(4)  # fail: short
    #                                    ^
    session_id = fresh(LENGTH)  # open: scant
    #                  ^^^^^^
    csrf_token = fresh(LENGTH - 1)  # fail: short
    api_key = {"api_key": token_urlsafe(nbytes=6)}  # fail: short
    password = secrets.randbelow(10**6)  # fail: few
    secret = secrets.randbits(32)  # fail: few
    return session_id, csrf_token, api_key, password, secret


def long_enough():
    token = secrets.token_hex(32)  # pass: the secret is long enough
    session_id = token_urlsafe()  # pass: the default length is used
    key = token_bytes(LENGTH * 2)  # pass: the secret is long enough
    csrf_token = fresh(None)  # pass: the default length is used
    nonce = secrets.randbits(128)  # pass: the secret is long enough
    iv = token_bytes(12)  # pass: the secret is long enough
    return token, session_id, key, csrf_token, nonce, iv


def not_known(length):
    token = token_hex_of(length)  # nothing: another function
    secret = token_bytes(length)  # open: length
    fresh(length)  # nothing: no name speaks of a secret
    value = fresh(8)  # open: unnamed
    return token, secret, value


def token_hex_of(length):
    return "0" * length


def hexadecimal_token(length):
    return token_bytes(length).hex()  # nothing: what for is up to those who call it


suffix = hexadecimal_token(4)


def plain(stem):
    filename = stem + secrets.token_hex(4)  # nothing: needs to differ only
    request_id = fresh(8)  # nothing: needs to differ only
    otp_code = secrets.randbelow(10**6)  # nothing: typed, and valid for minutes
    number = secrets.randbelow(6)  # nothing: not a secret
    return filename, request_id, otp_code, number


def shadowed(secrets):
    token = secrets.token_hex(4)  # nothing: a parameter of that name
    return token


class Mint:
    def token_hex(self, length):
        return "0" * length

    def coin(self):
        token = self.token_hex(4)  # nothing: a method of that name
        return token
