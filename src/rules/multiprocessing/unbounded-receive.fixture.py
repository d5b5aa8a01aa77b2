import os
from multiprocessing import Pipe
from multiprocessing.connection import Client, Connection, Listener

KEY = os.environ["KEY"].encode()
LIMIT = 1 << 16


def unbounded(limit):
    connection = Listener(("", 6000)).accept()
    first = connection.recv_bytes()  # fail: unbounded
    #       ^^^^^^^^^^^^^^^^^^^^^^^
    second = connection.recv_bytes(None)  # fail: unbounded
    third = Client(("jobs.example", 6000)).recv_bytes()  # fail: unbounded
    fourth = connection.recv_bytes(limit)  # open: unknown
    return first, second, third, fourth


def bounded():
    connection = Listener(("", 6000)).accept()
    first = connection.recv_bytes(4096)  # pass: the length of a message is limited
    second = connection.recv_bytes(maxlength=LIMIT)  # pass: the length of a message is limited
    here, there = Pipe()
    third = here.recv_bytes()  # pass: both ends of the pipe belong to this program
    return first, second, third, there


def authenticated(connection: Connection):
    peer = Client(("jobs.example", 6000), authkey=KEY)
    peer.recv_bytes()  # nothing: the peer knows the key
    connection.recv_bytes()  # nothing: who the peer is is not known


class Port:
    def recv_bytes(self):
        return b""

    def read(self):
        return self.recv_bytes()  # nothing: a method of that name


def untyped(anything):
    return anything.recv_bytes()  # nothing: not known to be a connection
