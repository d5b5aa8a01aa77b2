import hashlib
import hmac
from hashlib import md5, sha256
from hmac import HMAC, new as mac

STRONG = "sha512"


def weak(key, message):
    first = hmac.new(key, message, "md5")  # fail: weak
    #                              ^^^^^
    second = mac(key, message, digestmod=hashlib.sha1)  # open: old
    #                                    ^^^^^^^^^^^^
    third = HMAC(key, message, md5)  # fail: weak
    seventh = mac(key, message, digestmod=hashlib.md5)  # fail: weak
    fourth = hmac.digest(key, message, "SHA1")  # open: old
    fifth = hmac.new(key, message)  # fail: missing
    sixth = mac(key, msg=message, digestmod=None)  # fail: missing
    return first, second, third, fourth, fifth, sixth, seventh


def strong(key, message):
    first = hmac.new(key, message, "sha256")  # pass: a strong hash is named
    second = mac(key, message, digestmod=sha256)  # pass: a strong hash is named
    third = hmac.digest(key, message, STRONG)  # pass: a strong hash is named
    fourth = HMAC(key, message, hashlib.blake2b)  # pass: a strong hash is named
    return first, second, third, fourth


def configured(key, message, name, options):
    first = hmac.new(key, message, name)  # open: unknown
    second = hmac.new(key, **options)  # open: unknown
    return first, second


def hotp(key, counter):
    return hmac.new(key, counter, "sha1").digest()  # nothing: the one-time password standard prescribes SHA-1


def cram_response(key, challenge):
    return hmac.new(key, challenge, "md5").hexdigest()  # open: old


def fetch(session, key, message):
    first = hmac.new(key, message, "sha1").hexdigest()  # nothing: the service that it is sent to prescribes SHA-1
    second = hmac.new(key, message, "md5").hexdigest()  # open: old
    return session.get("https://api.example/videos", params={"sign": first}, headers={"X-Sign": second})


def shadowed(hmac, key, message):
    return hmac.new(key, message, "md5")  # nothing: a parameter of that name


class Plain:
    def new(self, key, message, name):
        return name

    def make(self, key, message):
        return self.new(key, message, "md5")  # nothing: a method of that name
