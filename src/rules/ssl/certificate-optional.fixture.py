import socket
import ssl
from ssl import CERT_OPTIONAL, Purpose, SSLContext


def unasked(listener):
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain("server.pem")
    with context.wrap_socket(listener, server_side=True) as tls:
        connection, address = tls.accept()
        certificate = connection.getpeercert()  # fail: unasked
        #             ^^^^^^^^^^^^^^^^^^^^^^^^
        return certificate["subject"]


def turned_off(listener):
    context = SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.verify_mode = ssl.CERT_NONE
    connection = context.wrap_socket(listener, True)
    return authorize(connection.getpeercert())  # fail: unasked


def optional(connection):
    context = SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.verify_mode = CERT_OPTIONAL  # open: perhaps-trusted
    tls = context.wrap_socket(connection, server_side=True)
    subject = tls.getpeercert()  # fail: optional
    return subject.get("subject")


class Server:
    def handle(self, connection):
        context = ssl.create_default_context(Purpose.CLIENT_AUTH)
        context.verify_mode = ssl.VerifyMode.CERT_OPTIONAL  # open: perhaps-trusted
        self.tls = context.wrap_socket(connection, server_side=True)
        certificate = self.tls.getpeercert()  # fail: optional
        return dict(certificate["subject"])


def client(host):
    context = ssl.create_default_context()
    context.verify_mode = ssl.CERT_OPTIONAL  # fail: client
    return context.wrap_socket(socket.create_connection((host, 443)), server_hostname=host)


def client_by_number(host):
    context = SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.verify_mode = 1  # fail: client
    return context.wrap_socket(socket.create_connection((host, 443)), server_hostname=host)


def client_by_use(host):
    context = SSLContext()
    context.verify_mode = CERT_OPTIONAL  # fail: client
    return context.wrap_socket(socket.create_connection((host, 443)))


def handed_in(context):
    return context


def from_elsewhere(context: ssl.SSLContext):
    context.verify_mode = ssl.CERT_OPTIONAL  # open: unknown


def required(listener):
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH, cafile="clients.pem")
    context.verify_mode = ssl.CERT_REQUIRED
    with context.wrap_socket(listener, server_side=True) as tls:
        connection, address = tls.accept()
        return connection.getpeercert()["subject"]  # pass: the server requires the certificates that it looks at


def required_by_number(connection):
    context = SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.verify_mode = 2
    context.load_verify_locations("clients.pem")
    tls = context.wrap_socket(connection, server_side=True)
    return authorize(tls.getpeercert())  # pass: the server requires the certificates that it looks at


def tested(connection):
    context = SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.verify_mode = ssl.CERT_OPTIONAL  # open: perhaps-trusted
    tls = context.wrap_socket(connection, server_side=True)
    certificate = tls.getpeercert()  # pass: a connection without a certificate is told apart before the certificate is used
    if not certificate:
        return "anonymous"
    return certificate["subject"]


def of_a_client(host):
    context = ssl.create_default_context()
    tls = context.wrap_socket(socket.create_connection((host, 443)), server_hostname=host)
    return tls.getpeercert()["subject"]  # nothing: a server's certificate, which is verified


def not_used(listener):
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    tls = context.wrap_socket(listener, server_side=True)
    tls.getpeercert()  # nothing: nobody looks at it


def accepted_elsewhere(connection: ssl.SSLSocket):
    return connection.getpeercert()["subject"]  # nothing: what its context requires is not seen


# file: release3_11_4.py
# python: =3.11.4
import ssl


def required(connection):
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.verify_mode = ssl.CERT_REQUIRED
    tls = context.wrap_socket(connection, server_side=True)
    return dict(tls.getpeercert()["subject"])  # fail: early-data


# file: release3_11_5.py
# python: =3.11.5
import ssl


def required(connection):
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.verify_mode = ssl.CERT_REQUIRED
    tls = context.wrap_socket(connection, server_side=True)
    return dict(tls.getpeercert()["subject"])  # pass: the server requires the certificates that it looks at
