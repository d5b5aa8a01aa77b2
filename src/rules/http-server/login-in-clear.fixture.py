import functools
import http.server
import ssl
from http.server import BaseHTTPRequestHandler, HTTPServer, SimpleHTTPRequestHandler as Files, ThreadingHTTPServer

KEY = open("key").read()


class Basic(BaseHTTPRequestHandler):
    def do_AUTHHEAD(self):
        self.send_response(401)
        self.send_header("WWW-Authenticate", 'Basic realm="logs"')  # fail: clear
        self.end_headers()


class Reading(Files):
    def do_GET(self):
        if self.headers.get("Authorization") == "Basic " + KEY:  # fail: clear
            super().do_GET()


class Comparing(Files):
    def do_GET(self):
        if self.headers["Authorization"] == "Basic " + KEY:  # fail: clear
            super().do_GET()


class Session(BaseHTTPRequestHandler):
    def do_POST(self):
        self.send_response(204)
        self.send_header("Set-Cookie", f"session_id={KEY}")  # fail: clear
        self.end_headers()


class Encrypted(BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(401)
        self.send_header("WWW-Authenticate", "Basic realm=logs")  # pass: the server that the handler is given to speaks TLS
        self.end_headers()


class EncryptedToo(BaseHTTPRequestHandler):
    def do_GET(self):
        if self.headers.get("Authorization") == KEY:  # pass: the server that the handler is given to speaks TLS
            self.send_response(204)


class Local(BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(401)
        self.send_header("WWW-Authenticate", "Basic realm=logs")  # pass: only this machine can connect to the server that the handler is given to
        self.end_headers()


class Elsewhere(BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(401)
        self.send_header("WWW-Authenticate", "Basic realm=logs")  # open: unknown
        self.end_headers()


class Configured(BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(401)
        self.send_header("WWW-Authenticate", "Basic realm=logs")  # open: unknown
        self.end_headers()


class Open(BaseHTTPRequestHandler):  # nothing: it asks nobody who they are
    def do_GET(self):
        self.send_response(200)
        self.send_header("Set-Cookie", "language=en")
        self.send_header("X-Agent", self.headers.get("User-Agent"))


def serve(address):
    HTTPServer(("", 8000), Basic).serve_forever()
    ThreadingHTTPServer(("0.0.0.0", 8000), functools.partial(Reading, directory="/srv")).serve_forever()
    http.server.HTTPServer(server_address=("logs.example", 80), RequestHandlerClass=Comparing).serve_forever()
    HTTPServer(("", 8001), Session).serve_forever()
    HTTPServer(("localhost", 8002), Local).serve_forever()
    HTTPServer(address, Configured).serve_forever()
    HTTPServer(("", 8003), Open).serve_forever()


def serve_encrypted():
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    server = HTTPServer(("", 8443), Encrypted)
    server.socket = context.wrap_socket(server.socket, server_side=True)
    server.serve_forever()


def serve_encrypted_too():
    http.server.HTTPSServer(("", 8443), EncryptedToo, certfile="cert.pem").serve_forever()
