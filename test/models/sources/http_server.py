import http.server
import socketserver
from http.server import BaseHTTPRequestHandler
from urllib.parse import parse_qs, unquote, urlparse
from xmlrpc.server import SimpleXMLRPCServer

from marks import reveal


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        reveal(self.path)  # from: network
        reveal(unquote(self.path))  # from: network
        reveal(parse_qs(urlparse(self.path).query)["q"][0])  # from: network
        reveal(self.headers["X-Token"])  # from: network
        reveal(self.headers.get("X-Token"))  # from: network
        reveal(self.rfile.read(10))  # from: network
        reveal(self.requestline)  # from: network
        reveal(int(self.headers["Content-Length"]))  # from: network; clean: shell
        reveal(self.protocol_version)  # from: constant
        reveal(self.wfile)  # from: unknown


class Lines(socketserver.StreamRequestHandler):
    def handle(self):
        reveal(self.rfile.readline())  # from: network
        reveal(self.rfile.readline().strip().decode())  # from: network
        reveal(self.connection.recv(1024))  # from: network
        reveal(self.server)  # from: unknown


class Bytes(socketserver.BaseRequestHandler):
    def handle(self):
        reveal(self.request.recv(1024))  # from: network


class Files(http.server.SimpleHTTPRequestHandler):
    def translate_path(self, path):
        reveal(self.path)  # from: network
        return path


def add(one, other):
    reveal(one)  # from: network


def unregistered(one):
    reveal(one)  # from: parameter


with SimpleXMLRPCServer(("localhost", 8000)) as server:
    server.register_function(add, "add")
