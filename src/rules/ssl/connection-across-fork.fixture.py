import multiprocessing
import os
import socket
import ssl
from multiprocessing import Process


def connect(host):
    return ssl.create_default_context().wrap_socket(socket.create_connection((host, 443)), server_hostname=host)


def shared(host):
    tls = ssl.create_default_context().wrap_socket(socket.create_connection((host, 443)), server_hostname=host)
    reader = multiprocessing.Process(target=read_from, args=(tls,))  # fail: shared
    #        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    reader.start()
    tls.sendall(b"hello")


def shared_by_position(connection, context: ssl.SSLContext):
    tls = context.wrap_socket(connection, server_side=True)
    Process(None, read_from, "reader", (1, tls)).start()  # fail: shared
    tls.write(b"hello")


def shared_in_a_with(connection, context: ssl.SSLContext):
    with context.wrap_socket(connection, server_side=True) as tls:
        Process(target=read_from, args=[tls]).start()  # fail: shared
        while True:
            tls.recv(1024)


def shared_by_fork(connection, context: ssl.SSLContext):
    tls = context.wrap_socket(connection, server_side=True)
    if os.fork() == 0:  # open: perhaps-shared
        tls.sendall(b"child")
        os._exit(0)
    tls.sendall(b"parent")


def forked():
    return os.fork()  # open: perhaps-random


def reseeded():
    if os.fork() == 0:  # pass: the random numbers of the child are stirred after the fork
        ssl.RAND_add(os.urandom(32), 32.0)


def reseeded_otherwise():
    pid = os.fork()  # pass: the random numbers of the child are stirred after the fork
    ssl.RAND_bytes(1)
    return pid


def handed_over(connection, context: ssl.SSLContext):
    tls = context.wrap_socket(connection, server_side=True)
    Process(target=read_from, args=(tls,)).start()  # nothing: only the child goes on with it
    tls.close()


def plain(connection):
    Process(target=read_from, args=(connection,)).start()  # nothing: no TLS
    connection.send(b"hello")


# file: new.py
# python: 3.10
import os
import ssl


def forked():
    return os.fork()  # pass: OpenSSL 1.1.1 and later give each process its own random numbers


# file: configured.py
# python: 3.9; openssl 1.1.1
import os
import ssl


def forked():
    return os.forkpty()  # pass: OpenSSL 1.1.1 and later give each process its own random numbers


# file: legacy.py
# python: 3.9; openssl 1.0.2
import os
import ssl
from os import fork


def forked():
    return os.fork()  # fail: random


def forked_by_name():
    return fork()  # fail: random


# file: other.py
# python: 3.8
import os


def forked():
    return os.fork()  # nothing: no TLS in this file
