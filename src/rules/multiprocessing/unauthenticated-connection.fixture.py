# python: 3.10
import os
import secrets
from multiprocessing import connection
from multiprocessing.connection import Client, Listener
from multiprocessing.connection import Listener as Server

ADDRESS = ("localhost", 6000)


def nobody():
    first = Listener(ADDRESS)  # fail: absent
    #       ^^^^^^^^^^^^^^^^^
    second = Server(("", 6000), authkey=None)  # fail: none
    #                                   ^^^^
    third = connection.Listener("/tmp/jobs.sock", "AF_UNIX", 1, None)  # fail: none
    fourth = Client(ADDRESS)  # fail: absent
    fifth = connection.Client(ADDRESS, authkey=b"")  # fail: empty
    sixth = Listener(ADDRESS, authkey=os.environ.get("KEY", "").encode())  # fail: maybeEmpty
    return first, second, third, fourth, fifth, sixth


def with_key():
    key = os.urandom(32)
    first = Listener(ADDRESS, authkey=key)  # pass: both ends must know a key
    second = Client(ADDRESS, authkey=secrets.token_bytes(32))  # pass: both ends must know a key
    third = Client(ADDRESS, "AF_INET", os.environ["KEY"].encode())  # pass: both ends must know a key
    fourth = Listener(ADDRESS, authkey=b"constant key, judged elsewhere")  # nothing: a constant, judged as such
    return first, second, third, fourth


def tested(key):
    if not key:
        raise SystemExit("no key")
    return Listener(ADDRESS, authkey=key)  # pass: the key was tested and is not empty


def either(address, key, options):
    first = Listener(address, authkey=key)  # open: unknown
    second = Client(address, **options)  # open: unknown
    return first, second


def by_hand(key):
    listener = Listener(ADDRESS)  # nothing: the handshake follows
    peer = listener.accept()
    connection.deliver_challenge(peer, key)
    connection.answer_challenge(peer, key)
    return peer


class Server2:
    def __init__(self):
        self.listener = Listener(ADDRESS)  # nothing: the handshake is in another method

    def accept(self, key):
        peer = self.listener.accept()
        connection.deliver_challenge(peer, key)
        return peer


class Trusting:
    def __init__(self):
        self.listener = Listener(ADDRESS)  # fail: absent

    def accept(self):
        return self.listener.accept()


class Hub:
    def Listener(self, address):
        return address

    def start(self):
        return self.Listener(ADDRESS)  # nothing: a method of that name


def shadowed(Listener):
    return Listener(ADDRESS)  # nothing: a parameter of that name


# file: fixed.py
# python: 3.13
import os
from multiprocessing.connection import Client, Listener

ADDRESS = ("localhost", 6000)


def empty():
    Listener(ADDRESS, authkey=b"")  # nothing: an empty key is asked for since 3.13
    Client(ADDRESS, authkey=os.environ.get("KEY", "").encode())  # pass: both ends must know a key
    Listener(ADDRESS)  # fail: absent
