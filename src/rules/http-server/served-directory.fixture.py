import functools
import os
import socketserver
from functools import partial
from http.server import BaseHTTPRequestHandler, HTTPServer, SimpleHTTPRequestHandler, ThreadingHTTPServer as Server


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format, *args):
        pass


class Public(SimpleHTTPRequestHandler):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, directory="/srv/public", **kwargs)


class Mapped(SimpleHTTPRequestHandler):
    def translate_path(self, path):
        return os.path.join("/srv/public", os.path.basename(path))


class Own(BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(204)


def current_directory():
    first = HTTPServer(("", 8000), SimpleHTTPRequestHandler)  # fail: current
    #                              ^^^^^^^^^^^^^^^^^^^^^^^^
    second = socketserver.TCPServer(("127.0.0.1", 8000), SimpleHTTPRequestHandler)  # fail: current
    third = Server(("", 8000), Quiet)  # fail: current
    #                          ^^^^^
    fourth = HTTPServer(("", 8000), partial(SimpleHTTPRequestHandler, directory="/"))  # fail: wide
    #                                                                           ^^^
    handler = functools.partial(SimpleHTTPRequestHandler, directory=os.getcwd())
    fifth = HTTPServer(("", 8000), handler)  # fail: wide
    return first, second, third, fourth, fifth


def own_directory():
    first = HTTPServer(("", 8000), partial(SimpleHTTPRequestHandler, directory="/srv/public"))  # pass: a directory is given
    handler = functools.partial(SimpleHTTPRequestHandler, directory="build/html")
    second = Server(("", 8000), handler)  # pass: a directory is given
    third = HTTPServer(("", 8000), Public)  # pass: the handler finds its files itself
    fourth = HTTPServer(("", 8000), Mapped)  # pass: the handler finds its files itself
    here = os.path.join(os.path.dirname(__file__), "static")
    fifth = HTTPServer(("", 8000), partial(SimpleHTTPRequestHandler, directory=here))  # pass: a directory is given
    return first, second, third, fourth, fifth


def not_known(directory):
    return HTTPServer(("", 8000), partial(SimpleHTTPRequestHandler, directory=directory))  # open: unknown


def elsewhere():
    os.chdir("build")
    return HTTPServer(("", 8000), SimpleHTTPRequestHandler)  # open: unknown


def unrelated():
    return HTTPServer(("", 8000), Own)  # nothing: serves no files


def shadowed(HTTPServer):
    return HTTPServer(("", 8000), SimpleHTTPRequestHandler)  # nothing: a parameter of that name
