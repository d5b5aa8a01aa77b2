import os
from multiprocessing import connection
from multiprocessing.connection import Client, Listener as Server
from multiprocessing.managers import BaseManager, SyncManager

KEY = os.environ["KEY"].encode()
EVERYWHERE = ("0.0.0.0", 6000)


class Queues(BaseManager):
    pass


def everyone():
    first = connection.Listener(("", 6000), authkey=KEY)  # fail: everyone
    #                           ^^^^^^^^^^
    second = Server(EVERYWHERE, authkey=KEY)  # fail: everyone
    #               ^^^^^^^^^^
    third = Queues(address=("", 50000), authkey=KEY)  # fail: everyone
    fourth = SyncManager(("::", 50000), KEY)  # fail: everyone
    fifth = Server(r"\\server\pipe\jobs", authkey=KEY)  # fail: pipe
    sixth = Server("\0jobs", authkey=KEY)  # fail: abstract
    connection.Listener(address="\0" + "jobs", family="AF_UNIX", authkey=KEY)  # fail: abstract
    Queues("\x00queues", KEY)  # fail: abstract
    return first, second, third, fourth, fifth, sixth


def this_machine():
    first = Server(("localhost", 6000), authkey=KEY)  # pass: only this machine can connect
    second = Queues(address=("127.0.0.1", 50000), authkey=KEY)  # pass: only this machine can connect
    host = "127.0.0.1"
    third = BaseManager((host, 50000), KEY)  # pass: only this machine can connect
    return first, second, third


def not_known(address, host):
    first = Server(address, authkey=KEY)  # open: unknown
    second = Queues((host, 50000), KEY)  # open: unknown
    third = Server(("jobs.example", 6000), authkey=KEY)  # open: named
    return first, second, third


def connecting():
    queues = Queues(address=("0.0.0.0", 50000), authkey=KEY)  # nothing: only connects
    queues.connect()
    client = Client(("jobs.example", 6000), authkey=KEY)  # nothing: a client
    local = Server("/run/app/jobs.sock", authkey=KEY)  # nothing: a socket file
    anywhere = BaseManager()  # nothing: a random local address
    return queues, client, local, anywhere


def shadowed(Server):
    return Server(("", 6000))  # nothing: a parameter of that name


# file: old.py
# python: =3.10.8
import multiprocessing
from multiprocessing import get_context, set_start_method

multiprocessing.set_start_method("forkserver")  # fail: server
context = get_context(method="forkserver")  # fail: server
set_start_method("spawn")  # nothing: no server

# file: bound.py
# python: 3.10.8-3.11
import multiprocessing

multiprocessing.set_start_method("forkserver")  # open: perhaps-server

# file: mended.py
# python: =3.10.9
import multiprocessing
from multiprocessing import get_context

multiprocessing.set_start_method("forkserver", force=True)  # pass: the fork server listens on a socket file
context = get_context("forkserver")  # pass: the fork server listens on a socket file

# file: before.py
# python: =3.8.10
import multiprocessing

multiprocessing.set_start_method("forkserver")  # pass: the fork server listens on a socket file
