import logging
import multiprocessing
import os
import pickle
import secrets
import subprocess
from multiprocessing.connection import Client, Listener as Server
from multiprocessing.managers import BaseManager, SyncManager

KEY = b"abracadabra"
ADDRESS = ("localhost", 50000)


class Queues(BaseManager):
    pass


def constants():
    first = BaseManager(ADDRESS, authkey=b"abracadabra")  # fail: constant
    #                                    ^^^^^^^^^^^^^^
    second = Queues(ADDRESS, KEY)  # fail: constant
    third = Client(ADDRESS, authkey=KEY)  # fail: constant
    #                               ^^^
    fourth = Server(ADDRESS, None, 1, "secret password".encode())  # fail: constant
    fifth = SyncManager(address=ADDRESS, authkey=b"peekaboo")  # fail: constant
    sixth = Queues(ADDRESS, os.urandom(4))  # fail: short
    multiprocessing.current_process().authkey = b"abracadabra"  # fail: process
    #                                           ^^^^^^^^^^^^^^
    return first, second, third, fourth, fifth, sixth


def secret(size):
    first = BaseManager(ADDRESS, authkey=os.urandom(32))  # pass: the key is random
    second = Client(ADDRESS, authkey=os.environ["KEY"].encode())  # pass: the key comes from outside the program
    key = secrets.token_bytes()
    third = Queues(ADDRESS, key)  # pass: the key is random
    multiprocessing.current_process().authkey = os.urandom(32)  # pass: the key is random
    fourth = Server(ADDRESS, authkey=os.urandom(size))  # open: length
    return first, second, third, fourth


class Worker(multiprocessing.Process):
    def run(self):
        self.authkey = b"abracadabra"  # fail: process


def told(file):
    key = multiprocessing.current_process().authkey
    logging.info("key %s", key)  # fail: told
    #                      ^^^
    logging.warning(multiprocessing.current_process().authkey.hex())  # fail: told
    os.environ["KEY"] = key.hex()  # fail: told
    pickle.dump(bytes(key), file)  # fail: told
    subprocess.run(["worker", "--key", key.hex()])  # fail: told
    Client(ADDRESS, authkey=key)  # nothing: what the key is for


def other(key):
    Client(ADDRESS, authkey=key)  # nothing: where the key comes from is not known
    Client(ADDRESS)  # nothing: no key at all is another mistake
    Client(ADDRESS, authkey=b"")  # nothing: an empty key is another mistake
    BaseManager()  # nothing: the key of the process, which is random


def shadowed(Client):
    return Client(ADDRESS, authkey=b"abracadabra")  # nothing: a parameter of that name
