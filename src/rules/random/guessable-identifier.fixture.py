import hashlib
import os
import secrets
import time
import uuid
from uuid import uuid1 as identifier, uuid4

SECRET = os.environ["SECRET"]


def login(user):
    session_id = str(uuid.uuid1())  # fail: machine
    #                ^^^^^^^^^^^^
    user.token = identifier().hex  # fail: machine
    #            ^^^^^^^^^^^^
    reset_token = hashlib.sha256(str(time.time()).encode()).hexdigest()  # fail: clock
    api_key = f"{user.name}-{time.time_ns()}"  # fail: clock
    password = str(os.getpid())  # fail: clock
    csrf_token = uuid.uuid5(uuid.NAMESPACE_URL, user.name)  # fail: name
    #                                           ^^^^^^^^^
    other_token = uuid.uuid5(uuid.NAMESPACE_URL, user.name + SECRET)  # open: mixed
    return session_id, reset_token, api_key, password, csrf_token, other_token


def new_token():
    return hashlib.md5(str(time.time()).encode()).hexdigest()  # fail: clock


def proper():
    session_id = str(uuid.uuid4())  # pass: the identifier is made of random bits
    token = uuid4().hex  # pass: the identifier is made of random bits
    values = {"csrf_token": uuid.uuid4()}  # pass: the identifier is made of random bits
    return session_id, token, values


def harmless(user):
    request_id = uuid.uuid1()  # nothing: not a secret
    token_expires = time.time() + 3600  # nothing: a time
    token = {"iat": time.time(), "sub": user.name}  # nothing: a time
    nonce = str(int(time.time() * 1000))  # nothing: numbers requests
    started = time.time()  # nothing: a time
    mixed_token = f"{time.time()}-{secrets.token_hex(16)}"  # nothing: holds random bits too
    return request_id, token_expires, token, nonce, started, mixed_token


def task_graph(parts):
    always_new_token = uuid.uuid1().hex  # false-alarm: machine, part of the name of a task
    return {(f"shuffle-{always_new_token}", part): part for part in parts}


def shadowed(uuid):
    session_id = uuid.uuid1()  # nothing: a parameter of that name
    return session_id


class Clock:
    def time(self):
        return 0

    def session(self):
        session_id = self.time()  # nothing: a method of that name
        return session_id
