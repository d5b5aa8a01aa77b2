import os
from multiprocessing import Pipe, reduction
from multiprocessing.connection import Client, Listener
from multiprocessing.reduction import recv_handle as take

KEY = os.environ["KEY"].encode()


def anyone():
    connection = Listener("/run/app.sock").accept()
    first = reduction.recv_handle(connection)  # fail: anyone
    #                             ^^^^^^^^^^
    second = take(Client("/run/app.sock"))  # fail: anyone
    third = take(conn=Client("/run/app.sock", authkey=None))  # fail: anyone
    return first, second, third


def known():
    here, there = Pipe()
    first = take(here)  # pass: both ends of the pipe belong to this program
    connection = Listener("/run/app.sock", authkey=KEY).accept()
    second = reduction.recv_handle(connection)  # pass: the peer had to prove that it knows the key
    third = take(Client("/run/app.sock", authkey=KEY))  # pass: the peer had to prove that it knows the key
    return first, second, third, there


def given(connection):
    return reduction.recv_handle(connection)  # open: unknown


def shadowed(reduction, connection):
    return reduction.recv_handle(connection)  # nothing: a parameter of that name


class Door:
    def recv_handle(self, connection):
        return connection

    def open(self, connection):
        return self.recv_handle(connection)  # nothing: a method of that name
