import hashlib
import random
import secrets
import string
import time
from random import SystemRandom, choice, randint as between

import flask

rng = random.Random()
ALPHABET = string.ascii_letters + string.digits


def login(user):
    session_id = random.getrandbits(128)  # fail: secret
    #            ^^^^^^^^^^^^^^^^^^^^^^^
    user.token = "".join(random.choice(ALPHABET) for _ in range(32))  # fail: secret
    user.csrf_token = str(random.random())  # fail: secret
    key = {"api_key": random.randbytes(16)}  # fail: secret
    otp = between(100000, 999999)  # fail: secret
    salt = rng.getrandbits(64)  # fail: secret
    return session_id, key, otp, salt


def generate_password(length):
    result = ""
    for _ in range(length):
        result += choice(string.ascii_lowercase)  # fail: secret
    return result


def reset_token():
    return "%032x" % random.getrandbits(128)  # fail: secret


def password_of_words(words):
    password = "-".join(random.sample(words, 4))  # fail: secret
    return password


def derive(password):
    return hashlib.pbkdf2_hmac("sha256", password, random.randbytes(16), 600_000)  # fail: derived


def respond():
    response = flask.make_response("ok")
    response.set_cookie("visitor", str(random.getrandbits(64)))  # fail: cookie
    #                                  ^^^^^^^^^^^^^^^^^^^^^^
    return response


class TokenGenerator:
    def make(self):
        value = random.choice(ALPHABET)  # fail: secret
        return value


def proper(user):
    session_id = secrets.token_hex(16)  # pass: the operating system’s random source is used
    user.password = "".join(secrets.choice(ALPHABET) for _ in range(20))  # pass: the operating system’s random source is used
    otp = SystemRandom().randint(100000, 999999)  # pass: the operating system’s random source is used
    system = random.SystemRandom()
    token = "".join(system.choice(ALPHABET) for _ in range(32))  # pass: the operating system’s random source is used
    return session_id, otp, token


def position(count):
    token = random.randrange(1, count)  # open: possible
    pages = fetch_pages(headers={"device": random.getrandbits(64)})  # nothing: a device
    access_token = fetch_pages(headers={"device": random.getrandbits(64)})  # nothing: only the device is random
    return token, pages, access_token


def fetch_token(session):
    noise = "".join(random.choices("0123456789", k=10))  # open: text
    return session.get("/token", params={"noise": noise})


def perhaps(vocabulary):
    code = random.randint(100000, 999999)  # open: possible
    state = random.getrandbits(64)  # open: possible
    token = random.choice(vocabulary)  # open: possible
    text = "".join(random.choices(string.ascii_letters, k=12))  # nothing: a text
    return code, state, token, text


def random_string(length):
    return "".join(random.choice(string.ascii_letters) for _ in range(length))  # open: text


def client(api):
    params = {"nonce": "".join(random.choices(ALPHABET, k=8))}  # open: possible
    api.get("/videos", params=params)
    api.post("/users", json={"password": "".join(random.choices(ALPHABET, k=8))})  # fail: secret


def harmless(items, deck, tokens, passwords):
    time.sleep(random.uniform(0.5, 1.5))  # nothing: jitter
    retry_delay = 2 + random.random()  # nothing: jitter
    password_length = random.randint(8, 12)  # nothing: a number
    token_count = random.randrange(10)  # nothing: a number
    item = random.choice(items)  # nothing: a sample
    password = random.choice(passwords)  # nothing: picks from what exists
    monkey = random.randint(1, 6)  # nothing: no key
    key = random.choice(list(items))  # nothing: a key of a dictionary
    fake_token = random.getrandbits(64)  # nothing: stands in for a token
    random.shuffle(deck)  # nothing: cards
    sampled = random.sample(tokens, 3)  # nothing: words of a text
    return retry_delay, password_length, token_count, item, password, monkey, key, fake_token, sampled


def shadowed(random):
    session_id = random.getrandbits(128)  # nothing: a parameter of that name
    return session_id


class Dice:
    def random(self):
        return 4

    def roll(self):
        token = self.random()  # nothing: a method of that name
        return token
# file: install.sh
#!/bin/sh
SECRET_KEY=$(python3 -c "import random; print(random.getrandbits(128))")  # fail: secret
export API_TOKEN="$(python -c 'import random, string; print("".join(random.choices(string.ascii_letters, k=32)))')"  # fail: secret
SESSION_KEY=`python3 -c 'from random import randint; print(randint(0, 10**20))'`  # fail: secret
SECRET_KEY=$(python3 -c "import secrets; print(secrets.token_hex(16))")  # nothing: the operating system's
PORT=$(python3 -c "import random; print(random.randint(20000, 30000))")  # nothing: no secret
