# file: any.py
# python: 3.9
import re
from http.server import BaseHTTPRequestHandler, SimpleHTTPRequestHandler
from urllib.parse import parse_qs, quote, unquote, urlsplit

TYPES = {"html": "text/html", "txt": "text/plain"}


class Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        query = parse_qs(urlsplit(self.path).query)
        self.send_response(200, unquote(self.path))  # fail: status
        #                       ^^^^^^^^^^^^^^^^^^
        self.send_header("X-Name", query["name"][0])  # fail: value
        #                          ^^^^^^^^^^^^^^^^
        self.send_header("Content-Disposition", f"attachment; filename={unquote(self.path)}")  # fail: value
        self.send_header(self.headers["X-Key"], "1")  # fail: name
        self.send_header("X-Kind", self.headers.get("X-Kind", ""))  # fail: value
        self.send_header("Location", self.path + "/")  # fail: location
        self.end_headers()

    def do_POST(self):
        name = unquote(self.path)
        self.send_response(200)  # nothing: no message
        self.send_header("Content-Type", "text/html")  # pass: the value is part of the program
        self.send_header("X-Name", quote(name))  # pass: line breaks cannot come through
        self.send_header("Content-Length", len(name))  # pass: the value is part of the program
        if re.fullmatch(r"[a-z]+", name):
            self.send_header("X-Word", name)  # pass: line breaks cannot come through
        if name in ("html", "txt"):
            self.send_header("X-Kind", name)  # pass: line breaks cannot come through
        self.end_headers()

    def answer(self, kind):
        self.send_header("Content-Type", kind)  # open: unknown


class Files(SimpleHTTPRequestHandler):
    def end_headers(self):
        self.send_header("X-Agent", self.headers["User-Agent"])  # fail: value
        super().end_headers()


class Mail:
    path = "x"

    def send_header(self, name, value):
        return name, value

    def run(self, text):
        self.send_header("Subject", text)  # nothing: a method of that name


# file: old.py
# python: =3.10.5
from functools import partial
from http.server import BaseHTTPRequestHandler, HTTPServer, SimpleHTTPRequestHandler
from socketserver import TCPServer


class Files(SimpleHTTPRequestHandler):
    timeout = 10


HTTPServer(("127.0.0.1", 8000), partial(SimpleHTTPRequestHandler, directory="/srv"))  # fail: redirect
TCPServer(("127.0.0.1", 8001), Files)  # fail: redirect
HTTPServer(("127.0.0.1", 8002), BaseHTTPRequestHandler)  # nothing: no files


# file: mended.py
# python: =3.10.6
from http.server import HTTPServer, SimpleHTTPRequestHandler

HTTPServer(("127.0.0.1", 8000), SimpleHTTPRequestHandler)  # pass: the file server redirects within itself only


# file: perhaps.py
# python: 3.9.2
from http.server import HTTPServer, SimpleHTTPRequestHandler

HTTPServer(("127.0.0.1", 8000), SimpleHTTPRequestHandler)  # open: perhaps-redirect
