import os
import random
import secrets
import time
from random import Random, seed as start

from flask import request


def constant():
    random.seed(1234)  # fail: constant
    #           ^^^^
    token = random.getrandbits(64)
    return token


def own_generator():
    rng = Random(42)  # fail: constant
    #            ^^
    session_id = rng.getrandbits(128)
    return session_id


def by_the_clock():
    start(int(time.time()))  # fail: guessable
    password = "".join(random.choice("abcdefghijkl") for _ in range(12))
    return password


def by_the_process():
    rng = random.Random(os.getpid())  # fail: guessable
    api_key = rng.getrandbits(64)
    return api_key


def by_the_client():
    random.seed(request.args["seed"])  # fail: chosen
    otp = random.randint(100000, 999999)
    return otp


def by_the_caller(value):
    random.seed(value)  # open: unknown
    reset_code = random.randint(100000, 999999)
    return reset_code


def restore():
    random.setstate(request.get_json())  # fail: state


def of_the_system():
    rng = random.SystemRandom()
    rng.seed(42)  # pass: the generator of the operating system ignores seeds
    token = rng.getrandbits(64)
    return token


def of_the_system_too():
    rng = random.SystemRandom(42)  # pass: the generator of the operating system ignores seeds
    password = rng.choice("abcdefghijkl")
    return password


class Keys:
    def fresh(self):
        rng = secrets.SystemRandom()
        rng.seed(a=7)  # pass: the generator of the operating system ignores seeds
        api_key = rng.getrandbits(128)
        return api_key


def repeatable_in_vain():
    rng = random.SystemRandom()
    rng.seed(42)  # fail: ignored
    #^^^^^^^^^^^
    dice = random.SystemRandom(7)  # fail: ignored
    secrets.SystemRandom().seed("games")  # fail: ignored
    rng.seed()  # nothing: no seed
    return rng.random() + dice.random()


def in_the_old_way(value):
    random.seed(value, version=1)  # fail: narrow
    #           ^^^^^
    token = random.getrandbits(64)
    return token


def in_the_old_way_too():
    rng = Random()
    rng.seed(os.urandom(16), 1)  # fail: narrow
    session_id = rng.getrandbits(128)
    return session_id


def in_the_old_way_by_keyword(text):
    start(a=text, version=1)  # fail: narrow
    reset_code = random.randint(100000, 999999)
    return reset_code


def old_games(text):
    random.seed(text, version=1)  # open: perhaps-narrow
    return random.random()


def simulate(seed):
    random.seed(42)  # nothing: no secret follows
    first = random.random()
    rng = random.Random(seed)  # nothing: no secret follows
    second = [rng.gauss(0, 1) for _ in range(10)]
    random.seed()  # nothing: no seed
    return first, second


def shadowed(random):
    random.seed(42)  # nothing: a parameter of that name
    token = random.getrandbits(64)
    return token
# file: pkg/__init__.py
# file: pkg/noise.py
import random

random.seed(7)  # open: shared
VALUES = [random.random() for _ in range(16)]
# file: pkg/run.py
import random

if __name__ == "__main__":
    random.seed(7)  # nothing: nothing imports this
