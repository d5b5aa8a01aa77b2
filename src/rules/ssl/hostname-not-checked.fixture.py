import http.client
import socket
import ssl
from ssl import create_default_context as make_context

import urllib3


def client():
    context = ssl.create_default_context()
    context.check_hostname = False  # fail: off
    return context


def renamed():
    context = make_context()
    context.check_hostname = 0  # fail: off


def by_use(host):
    context = ssl.SSLContext()
    context.verify_mode = ssl.CERT_REQUIRED
    context.check_hostname = False  # fail: off
    return context.wrap_socket(socket.create_connection((host, 443)))


class Client:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)

    def __init__(self):
        own = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        own.check_hostname = False  # fail: off
        self.own = own


def libraries():
    urllib3.PoolManager(assert_hostname=False)  # fail: off
    #                                   ^^^^^
    urllib3.HTTPSConnectionPool("10.0.0.1", 443, assert_hostname=False)  # fail: off
    http.client.HTTPSConnection("example.org", check_hostname=False)  # fail: off
    urllib3.PoolManager(assert_hostname=False, assert_fingerprint="ab:cd")  # pass: the certificate is compared with a known fingerprint


def handed_in(context: ssl.SSLContext):
    context.check_hostname = False  # open: perhaps-server


def bare():
    context = ssl.SSLContext(ssl.PROTOCOL_TLS)
    context.check_hostname = False  # open: perhaps-server
    return context


def checked():
    context = ssl.SSLContext(ssl.PROTOCOL_TLS)
    context.verify_mode = ssl.CERT_REQUIRED
    context.check_hostname = True  # pass: the name in the certificate is checked
    return context


def server():
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.check_hostname = False  # pass: the context is a server’s, which expects no name
    return context


def both_off():
    context = ssl.create_default_context()
    context.check_hostname = False  # nothing: the certificate is not verified at all, which is reported
    context.verify_mode = ssl.CERT_NONE


def chosen(mode):
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname = False  # open: perhaps-off
    context.verify_mode = mode
    return context


def own_authorities(pem):
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.load_verify_locations(cadata=pem)
    context.check_hostname = False  # open: own-authorities
    other = make_context(cafile="router.pem")
    other.check_hostname = False  # open: own-authorities
    return context, other


class Form:
    check_hostname = True


def unrelated(flag):
    Form().check_hostname = False  # nothing: no context
    context = ssl.create_default_context()
    context.check_hostname = flag  # nothing: the caller chooses
    urllib3.PoolManager(assert_hostname="internal.example.org")  # nothing: another name is expected
