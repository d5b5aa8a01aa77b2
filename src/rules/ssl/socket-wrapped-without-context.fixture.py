import socket
import ssl
from ssl import wrap_socket as tls


def client(host):
    sock = socket.create_connection((host, 443))
    ssl.wrap_socket(sock)  # fail: unverified
    tls(sock, ca_certs="ca.pem")  # fail: unverified
    #^^^^^^^^^^^^^^^^^^^^^^^^^^^
    ssl.wrap_socket(sock, cert_reqs=ssl.CERT_NONE)  # fail: unverified
    ssl.wrap_socket(sock, None, None, False, ssl.CERT_NONE)  # fail: unverified


def nameless(sock):
    return ssl.wrap_socket(sock, cert_reqs=ssl.CERT_REQUIRED, ca_certs="ca.pem")  # fail: nameless


def chosen(sock, mode):
    return ssl.wrap_socket(sock, cert_reqs=mode)  # open: unknown


def matched(sock, host):
    wrapped = ssl.wrap_socket(sock, cert_reqs=ssl.CERT_REQUIRED, ca_certs="ca.pem")  # pass: the certificate is required and its name compared
    ssl.match_hostname(wrapped.getpeercert(), host)
    return wrapped


def server(sock):
    return ssl.wrap_socket(sock, "key.pem", "cert.pem", server_side=True)  # nothing: a server's


def context(sock, host):
    return ssl.create_default_context().wrap_socket(sock, server_hostname=host)  # nothing: a context


class Plug:
    def wrap_socket(self, sock):
        return sock


def unrelated(sock):
    Plug().wrap_socket(sock)  # nothing: another method


class Client:
    def connect(self, sock, host):
        self.tls = tls(sock, cert_reqs=ssl.CERT_REQUIRED, ca_certs="ca.pem")  # pass: the certificate is required and its name compared
        ssl.match_hostname(self.tls.getpeercert(), host)


def matched_by_number(sock, host):
    wrapped = ssl.wrap_socket(sock, None, None, False, 2, ca_certs="ca.pem")  # pass: the certificate is required and its name compared
    ssl.match_hostname(cert=wrapped.getpeercert(), hostname=host)
    return wrapped


# file: new.py
# python: 3.12
import ssl


def client(sock):
    return ssl.wrap_socket(sock)  # fail: gone


# file: old.py
# python: 3.11
import ssl


def client(sock):
    return ssl.wrap_socket(sock)  # fail: unverified
