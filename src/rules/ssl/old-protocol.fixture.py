import socket
import ssl
from ssl import PROTOCOL_SSLv3, TLSVersion

import urllib3


def contexts():
    ssl.SSLContext(ssl.PROTOCOL_TLSv1)  # fail: fixed
    #              ^^^^^^^^^^^^^^^^^^
    ssl.SSLContext(protocol=ssl.PROTOCOL_TLSv1_1)  # fail: fixed
    ssl.SSLContext(PROTOCOL_SSLv3)  # fail: fixed
    version = ssl.PROTOCOL_SSLv2
    ssl.SSLContext(version)  # fail: fixed


def libraries(sock):
    urllib3.PoolManager(ssl_version=ssl.PROTOCOL_TLSv1)  # fail: fixed
    ssl.wrap_socket(sock, ssl_version=ssl.PROTOCOL_TLSv1)  # fail: fixed


def floor():
    context = ssl.create_default_context()
    context.minimum_version = ssl.TLSVersion.TLSv1  # fail: floor
    #^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    context.minimum_version = TLSVersion.SSLv3  # fail: floor
    context.minimum_version = TLSVersion.MINIMUM_SUPPORTED  # fail: lowest
    context.maximum_version = TLSVersion.TLSv1_1  # fail: ceiling
    context.minimum_version = TLSVersion.TLSv1_2  # pass: TLS 1.2 or newer is required
    context.minimum_version = TLSVersion.TLSv1_3  # pass: TLS 1.2 or newer is required
    context.maximum_version = TLSVersion.MAXIMUM_SUPPORTED  # nothing: no ceiling
    return context


class Client:
    def __init__(self):
        self.context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        self.context.minimum_version = ssl.TLSVersion.TLSv1_1  # fail: floor
        self.context.maximum_version = ssl.TLSVersion.TLSv1_3  # nothing: the newest


class Strict:
    def __init__(self):
        self.context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self.context.minimum_version = ssl.TLSVersion.TLSv1_3  # pass: TLS 1.2 or newer is required


def general(version):
    ssl.SSLContext(ssl.PROTOCOL_TLS)  # nothing: negotiates the newest
    ssl.SSLContext(ssl.PROTOCOL_TLSv1_2)  # nothing: TLS 1.2
    ssl.SSLContext(version)  # nothing: the caller chooses
    ssl.create_default_context().minimum_version = version  # nothing: the caller chooses


class Protocol:
    PROTOCOL_TLSv1 = "tls1"
    minimum_version = None


def unrelated():
    Protocol().minimum_version = ssl.TLSVersion.TLSv1  # nothing: no context
    print(ssl.PROTOCOL_TLSv1)  # nothing: only shown


# file: old/app.py
# python: 3.8
import ssl
from ssl import SSLContext, create_default_context

plain = ssl.create_default_context()  # open: default
client = SSLContext(ssl.PROTOCOL_TLS_CLIENT)  # open: default
server = create_default_context(ssl.Purpose.CLIENT_AUTH)  # open: default
floored = ssl.create_default_context()  # nothing: its floor is set
floored.minimum_version = ssl.TLSVersion.TLSv1_2  # pass: TLS 1.2 or newer is required

# file: new/app.py
# python: 3.10
import ssl
from ssl import SSLContext, create_default_context

plain = ssl.create_default_context()  # pass: every Python that the project may run on starts contexts with TLS 1.2
client = SSLContext(ssl.PROTOCOL_TLS_CLIENT)  # pass: every Python that the project may run on starts contexts with TLS 1.2
general = SSLContext(protocol=ssl.PROTOCOL_TLS)  # pass: every Python that the project may run on starts contexts with TLS 1.2
lowered = create_default_context()  # nothing: its floor is set
lowered.minimum_version = ssl.TLSVersion.TLSv1  # fail: floor
