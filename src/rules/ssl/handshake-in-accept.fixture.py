import http.server
import socket
import ssl
from ssl import create_default_context

CONTEXT = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)


def loop():
    listener = socket.create_server(("127.0.0.1", 8443))
    server = CONTEXT.wrap_socket(listener, server_side=True)  # fail: accept
    #        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    while True:
        connection, address = server.accept()
        serve(connection)


def in_a_with(listener):
    context = create_default_context(ssl.Purpose.CLIENT_AUTH)
    with context.wrap_socket(listener, True) as tls:  # fail: accept
        connection, address = tls.accept()


class Listener:
    def start(self, listener):
        self.socket = CONTEXT.wrap_socket(listener, server_side=True)  # fail: accept
        while True:
            self.serve(self.socket.accept())


def web():
    httpd = http.server.ThreadingHTTPServer(("127.0.0.1", 8443), http.server.SimpleHTTPRequestHandler)
    httpd.socket = CONTEXT.wrap_socket(httpd.socket, server_side=True)  # fail: server
    httpd.serve_forever()


def old(listener):
    tls = ssl.wrap_socket(listener, certfile="server.pem", server_side=True)  # fail: accept
    return tls.accept()


def explicit(listener):
    tls = CONTEXT.wrap_socket(listener, server_side=True, do_handshake_on_connect=True)  # fail: accept
    return tls.accept()


def configured(listener, at_once):
    tls = CONTEXT.wrap_socket(listener, server_side=True, do_handshake_on_connect=at_once)  # open: unknown
    return tls.accept()


def handed_options(listener, options):
    tls = CONTEXT.wrap_socket(listener, server_side=True, **options)  # open: unknown
    return tls.accept()


def later(listener):
    tls = CONTEXT.wrap_socket(listener, server_side=True, do_handshake_on_connect=False)  # pass: the handshake is left to whoever serves the connection
    while True:
        serve(tls.accept())


def later_by_position(listener):
    tls = CONTEXT.wrap_socket(listener, True, False)  # pass: the handshake is left to whoever serves the connection
    return tls.accept()


def later_of_a_server(httpd: http.server.HTTPServer):
    httpd.socket = CONTEXT.wrap_socket(httpd.socket, server_side=True, do_handshake_on_connect=False)  # pass: the handshake is left to whoever serves the connection


def accepted_first(listener):
    connection, address = listener.accept()
    tls = CONTEXT.wrap_socket(connection, server_side=True)  # nothing: whoever accepts does not wait for it
    tls.read()


def client(host):
    tls = ssl.create_default_context().wrap_socket(socket.create_connection((host, 443)), server_hostname=host)  # nothing: a client
    return tls.read()


# file: bounded.py
# python: 3.10
import socket
import ssl

socket.setdefaulttimeout(10)


def loop(listener):
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    tls = context.wrap_socket(listener, server_side=True)  # pass: every socket of the process has a timeout
    return tls.accept()
