import http.server
from http.server import CGIHTTPRequestHandler, HTTPServer, SimpleHTTPRequestHandler
from http.server import CGIHTTPRequestHandler as Runner


class Scripts(CGIHTTPRequestHandler):  # fail: extended
    cgi_directories = ["/scripts"]


class More(Scripts):  # fail: extended
    pass


def serve():
    first = HTTPServer(("", 8000), CGIHTTPRequestHandler)  # fail: served
    #                              ^^^^^^^^^^^^^^^^^^^^^
    second = http.server.HTTPServer(("127.0.0.1", 8000), http.server.CGIHTTPRequestHandler)  # fail: served
    third = HTTPServer(server_address=("", 8000), RequestHandlerClass=Runner)  # fail: served
    return first, second, third


def elsewhere(run):
    run(CGIHTTPRequestHandler)  # open: unknown
    return {"handler": Runner}  # open: unknown


def files():
    return HTTPServer(("", 8000), SimpleHTTPRequestHandler)  # nothing: runs no programs


def shadowed(CGIHTTPRequestHandler):
    return HTTPServer(("", 8000), CGIHTTPRequestHandler)  # nothing: a parameter of that name


def is_runner(handler):
    return isinstance(handler, str) or handler is None  # nothing: no handler is named
# file: serve.sh
#!/bin/sh
python3 -m http.server --cgi 8000  # fail: served
python3 -m http.server --cgi --bind 127.0.0.1  # fail: served
python -m CGIHTTPServer  # fail: served
python3 -m http.server 8000  # nothing: runs nothing
