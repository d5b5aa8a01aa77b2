import getpass
import os
import ssl

PASSWORD = "hunter2"


def server():
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain("server.pem", password="hunter2")  # fail: constant
    #                                              ^^^^^^^^^
    context.load_cert_chain("server.pem", None, PASSWORD)  # fail: constant
    context.load_cert_chain("server.pem", "server.key", b"hunter2")  # fail: constant
    context.load_cert_chain("server.pem", password=lambda: "hunter2")  # fail: constant
    return context


def elsewhere():
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain("server.pem", password=os.environ["KEY_PASSWORD"])  # pass: the password does not stand in the code
    context.load_cert_chain("server.pem", password=getpass.getpass)  # pass: the password does not stand in the code
    context.load_cert_chain("server.pem", password=ask)  # pass: the password does not stand in the code
    return context


def ask():
    return getpass.getpass("password of the key: ")


def plain(context: ssl.SSLContext, password):
    context.load_cert_chain("server.pem")  # nothing: no password
    context.load_cert_chain("server.pem", password=None)  # nothing: no password
    context.load_cert_chain("server.pem", password="")  # nothing: no password
    context.load_cert_chain("server.pem", password=password)  # nothing: the caller gives it


class Chain:
    def load_cert_chain(self, file, password):
        pass


Chain().load_cert_chain("server.pem", password="hunter2")  # nothing: another method
