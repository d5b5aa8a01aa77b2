import http.server
import os
import socketserver
from http.server import BaseHTTPRequestHandler, HTTPServer, SimpleHTTPRequestHandler, ThreadingHTTPServer as Server
from wsgiref.simple_server import make_server
from xmlrpc.server import SimpleXMLRPCServer

HOST = "0.0.0.0"
ADDRESS = ("", 8080)


class Handler(BaseHTTPRequestHandler):
    timeout = 10


class Threaded(socketserver.ThreadingMixIn, HTTPServer):
    daemon_threads = True


def everyone(app):
    first = HTTPServer(("", 8000), Handler)  # fail: everyone
    #                  ^^^^^^^^^^
    second = Server((HOST, 8000), Handler)  # fail: everyone
    third = http.server.HTTPServer(server_address=ADDRESS, RequestHandlerClass=Handler)  # fail: everyone
    #                                             ^^^^^^^
    fourth = socketserver.TCPServer(("", 8000), SimpleHTTPRequestHandler)  # fail: everyone
    fifth = socketserver.TCPServer(("::", 8000), Handler)  # fail: everyone
    sixth = Threaded(("0.0.0.0", 8000), Handler)  # fail: everyone
    seventh = make_server("", 8000, app)  # fail: everyone
    eighth = SimpleXMLRPCServer(("0.0.0.0", 9000))  # fail: everyone
    return first, second, third, fourth, fifth, sixth, seventh, eighth


def this_machine(app):
    first = HTTPServer(("127.0.0.1", 8000), Handler)  # pass: only this machine can connect
    second = Server(("localhost", 0), Handler)  # pass: only this machine can connect
    third = make_server("::1", 8000, app)  # pass: only this machine can connect
    host = "127.0.0.1"
    fourth = socketserver.TCPServer((host, 0), Handler)  # pass: only this machine can connect
    return first, second, third, fourth


def not_known(host, port, address, app):
    first = HTTPServer((host, port), Handler)  # open: unknown
    second = HTTPServer(address, Handler)  # open: unknown
    third = HTTPServer(("build.example", 80), Handler)  # open: named
    fourth = make_server(os.environ["HOST"], port, app)  # open: unknown
    fifth = make_server("build.example", port, app)  # open: named
    return first, second, third, fourth, fifth


class Echo(socketserver.BaseRequestHandler):
    def handle(self):
        self.request.sendall(b"ok")


def unrelated(requests):
    socketserver.TCPServer(("", 7), Echo)  # nothing: not HTTP
    requests.get("http://0.0.0.0:8000/")  # nothing: a client
    return HOST == "0.0.0.0"  # nothing: a comparison


def shadowed(HTTPServer):
    return HTTPServer(("", 8000), Handler)  # nothing: a parameter of that name
# file: serve.sh
#!/bin/sh
cd docs/_build && python3 -m http.server 8000  # fail: everyone
python3 -m http.server --bind 127.0.0.1 8000  # pass: only this machine can connect
python3 -m http.server --bind=localhost  # pass: only this machine can connect
python2 -m SimpleHTTPServer  # fail: everyone
python3 -m http.server -b 192.168.0.7  # open: named
python3 -m http.server "$@"  # nothing: what it binds is up to the caller
# file: Makefile
PYTHON ?= python3
serve:
	cd html && $(PYTHON) -m http.server  # fail: everyone
	@$(PYTHON) -m http.server -b localhost  # pass: only this machine can connect
# file: Dockerfile
FROM python:3.12
RUN python -m http.server & curl localhost:8000  # nothing: while the image is built
CMD ["python", "-m", "http.server", "80"]  # fail: everyone
