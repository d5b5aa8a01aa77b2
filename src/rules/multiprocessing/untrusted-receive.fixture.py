import multiprocessing
import os
import queue
import socket
from multiprocessing import Pipe, get_context
from multiprocessing.connection import Client, Connection, Listener

KEY = os.environ["KEY"].encode()


def serve():
    listener = Listener(("", 6000))
    connection = listener.accept()
    first = connection.recv()  # fail: listener
    #       ^^^^^^^^^^^^^^^^^
    with Listener(("localhost", 6001)) as local:
        with local.accept() as peer:
            second = peer.recv()  # fail: listener
    third = Client(("jobs.example", 6000)).recv()  # fail: listener
    return first, second, third


def with_key():
    listener = Listener(("", 6000), authkey=KEY)
    connection = listener.accept()
    first = connection.recv()  # pass: the peer had to prove that it knows the key
    with Client(("jobs.example", 6000), authkey=KEY) as client:
        second = client.recv()  # pass: the peer had to prove that it knows the key
    return first, second


def within():
    here, there = Pipe()
    there.send(1)
    first = here.recv()  # pass: both ends of the pipe belong to this program
    parent, child = multiprocessing.Pipe(duplex=False)
    second = parent.recv()  # pass: both ends of the pipe belong to this program
    ours, theirs = get_context("spawn").Pipe()
    third = ours.recv()  # pass: both ends of the pipe belong to this program
    return first, second, third, child, theirs


def work(connection: Connection):
    return connection.recv()  # open: unknown


def unrelated(anything):
    with socket.create_connection(("jobs.example", 80)) as raw:
        raw.recv(4096)  # nothing: a socket
    queue.Queue().get()  # nothing: a queue of threads
    return anything.recv()  # nothing: not known to be a connection


class Radio:
    def recv(self):
        return b""

    def listen(self):
        return self.recv()  # nothing: a method of that name
