import os
import re
import ssl
from ssl import SSLContext

CONTEXTS = {"a.example": ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)}
DEFAULT = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)


def by_name(connection, server_name, context):
    other = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    other.load_cert_chain("/etc/certs/" + server_name + ".pem")
    connection.context = other


def by_key(connection, name, context):
    other = SSLContext(ssl.PROTOCOL_TLS_SERVER)
    other.load_cert_chain(certfile=f"/etc/certs/{name}/cert.pem", keyfile=f"/etc/certs/{name}/key.pem")
    connection.context = other


def by_file(connection, name, context):
    with open(os.path.join("/etc/sites", name)) as settings:
        connection.context = CONTEXTS[settings.read()]


def start(context: ssl.SSLContext):
    DEFAULT.sni_callback = by_name  # fail: path
    DEFAULT.set_servername_callback(by_key)  # fail: path
    context.sni_callback = by_file  # fail: path


class Server:
    def __init__(self):
        self.context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        self.context.sni_callback = self.pick  # fail: path

    def pick(self, connection, name, context):
        other = SSLContext(ssl.PROTOCOL_TLS_SERVER)
        other.load_cert_chain("/etc/certs/%s.pem" % name)
        connection.context = other


def from_table(connection, name, context):
    connection.context = CONTEXTS.get(name, context)


def checked(connection, name, context):
    if not re.fullmatch(r"[a-z0-9-]+", name):
        return ssl.ALERT_DESCRIPTION_UNRECOGNIZED_NAME
    CONTEXTS[name].load_cert_chain("/etc/certs/" + name + ".pem")


def fresh(connection, name, context):
    connection.context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)


def quiet(context: ssl.SSLContext, callback):
    DEFAULT.sni_callback = from_table  # pass: the context is one of those that the program keeps
    DEFAULT.set_servername_callback(lambda connection, name, context: None)  # pass: the context is one of those that the program keeps
    context.sni_callback = checked  # pass: the name is checked before it becomes part of a path
    context.set_servername_callback(from_table)  # pass: the context is one of those that the program keeps
    context.sni_callback = fresh  # open: perhaps-freed
    context.sni_callback = callback  # open: unknown
    context.sni_callback = None  # nothing: no callback


# file: old.py
# python: =3.11.16
import ssl


def fresh(connection, name, context):
    connection.context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)


ssl.create_default_context(ssl.Purpose.CLIENT_AUTH).sni_callback = fresh  # fail: freed

# file: mended.py
# python: =3.11.17
import ssl


def fresh(connection, name, context):
    connection.context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)


ssl.create_default_context(ssl.Purpose.CLIENT_AUTH).sni_callback = fresh  # pass: the context is one of those that the program keeps
