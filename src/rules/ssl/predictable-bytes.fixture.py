import secrets
import ssl
from ssl import RAND_pseudo_bytes as pseudo


def key():
    data, strong = ssl.RAND_pseudo_bytes(16)  # fail: predictable
    #              ^^^^^^^^^^^^^^^^^^^^^^^^^
    return data


def salt():
    return pseudo(8)[0]  # fail: predictable


draw = ssl.RAND_pseudo_bytes
nonce = draw(12)  # fail: predictable

token = secrets.token_bytes(16)  # nothing: the system's random source
strong = ssl.RAND_bytes(16)  # nothing: cryptographically strong
ssl.RAND_add(b"seed", 4.0)  # nothing: adds entropy


class Dice:
    def RAND_pseudo_bytes(self, count):
        return bytes(count)


Dice().RAND_pseudo_bytes(3)  # nothing: another method


# file: new.py
# python: 3.12
import ssl

salt = ssl.RAND_pseudo_bytes(8)  # fail: gone

# file: old.py
# python: 3.11
import ssl

salt = ssl.RAND_pseudo_bytes(8)  # fail: predictable
