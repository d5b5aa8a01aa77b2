import asyncio
import http.client
import socket
import ssl
from ssl import PROTOCOL_TLS, SSLContext
from urllib.request import urlopen


def client(host):
    context = ssl.SSLContext(ssl.PROTOCOL_TLS)  # fail: unverified
    #         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    return context.wrap_socket(socket.create_connection((host, 443)), server_hostname=host)


def default_protocol(url):
    context = SSLContext()  # fail: unverified
    return urlopen(url, context=context)


def old_name(host):
    context = SSLContext(protocol=ssl.PROTOCOL_SSLv23)  # fail: unverified
    context.load_verify_locations("ca.pem")
    return http.client.HTTPSConnection(host, context=context)


def nameless(host):
    context = SSLContext(PROTOCOL_TLS)  # fail: nameless
    context.verify_mode = ssl.CERT_REQUIRED
    context.load_default_certs()
    return context.wrap_socket(socket.create_connection((host, 443)))


def inline(host):
    return ssl.SSLContext().wrap_socket(socket.create_connection((host, 443)))  # fail: unverified


def handed_out():
    return ssl.SSLContext(ssl.PROTOCOL_TLS)  # open: unknown


def stored(client):
    client.context = ssl.SSLContext(ssl.PROTOCOL_TLSv1_2)  # open: unknown


def by_protocol():
    return ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)  # pass: PROTOCOL_TLS_CLIENT verifies certificate and name


class Client:
    def __init__(self):
        self.context = SSLContext(protocol=ssl.PROTOCOL_TLS_CLIENT)  # pass: PROTOCOL_TLS_CLIENT verifies certificate and name


def without_names(authorities):
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)  # nothing: the name check is judged where it is turned off
    context.check_hostname = False
    context.load_verify_locations(cadata=authorities)
    return context


def turned_on(host):
    context = ssl.SSLContext(ssl.PROTOCOL_TLS)  # pass: verification of certificate and name is turned on before use
    context.verify_mode = ssl.CERT_REQUIRED
    context.check_hostname = True
    context.load_default_certs()
    return context.wrap_socket(socket.create_connection((host, 443)), server_hostname=host)


def server(listener):
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)  # nothing: a server's
    other = ssl.SSLContext(ssl.PROTOCOL_TLS)  # nothing: a server's
    other.load_cert_chain("server.pem")
    other.wrap_socket(listener, server_side=True)
    return context


async def asynchronous(handler):
    context = ssl.SSLContext()  # nothing: a server's
    await asyncio.start_server(handler, "127.0.0.1", 8443, ssl=context)


def turned_off(host):
    context = ssl.SSLContext()  # nothing: the store below is reported
    context.verify_mode = ssl.CERT_NONE
    return context.wrap_socket(socket.create_connection((host, 443)))


def default():
    return ssl.create_default_context()  # nothing: verifies


class SSLContext2:
    def wrap_socket(self, sock):
        return sock


def unrelated(sock):
    SSLContext2().wrap_socket(sock)  # nothing: another class
