import hmac
import logging.config
from functools import partial
from logging.config import listen as configure_from

from application import checked

KEY = b"from somewhere else"


def authenticated(data):
    code, text = data[:32], data[32:]
    if hmac.compare_digest(code, hmac.digest(KEY, text, "sha256")):
        return text
    return None


def raises(data):
    if not hmac.compare_digest(data[:32], hmac.digest(KEY, data[32:], "sha256")):
        raise ValueError("not ours")
    return data[32:]


def accepts(data):
    return data


def compares(data):
    if data[:32] != KEY:
        return None
    return data[32:]


def asks(data):
    return data if checked(data) else None


def start(verify):
    logging.config.listen()  # fail: unverified
    #^^^^^^^^^^^^^^^^^^^^^^
    configure_from(9999)  # fail: unverified
    logging.config.listen(9999, None)  # fail: unverified
    #                           ^^^^
    listener = logging.config.listen(port=9999, verify=lambda data: data)  # fail: accepts
    #                                                  ^^^^^^^^^^^^^^^^^
    configure_from(9999, verify=accepts)  # fail: accepts
    logging.config.listen(9999, verify=authenticated)  # pass: what is received is authenticated before it is applied
    configure_from(9999, raises)  # pass: what is received is authenticated before it is applied
    check = authenticated
    configure_from(verify=check)  # pass: what is received is authenticated before it is applied
    logging.config.listen(9999, compares)  # open: compares
    logging.config.listen(9999, asks)  # open: unknown
    logging.config.listen(9999, verify)  # open: unknown
    configure_from(9999, **{"verify": authenticated})  # pass: what is received is authenticated before it is applied
    return listener


def sockets(server, logging):
    server.listen(5)  # nothing: a socket
    logging.config.listen()  # nothing: a parameter of that name


class Radio:
    def listen(self, port=9030, verify=None):
        self.port = port

    def start(self):
        self.listen()  # nothing: a method of that name
