import http.server
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, SimpleHTTPRequestHandler as Files

VERSION = "HTTP/1.1"


class Short(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        self.send_response(200)  # fail: missing
        #^^^^^^^^^^^^^^^^^^^^^^
        self.end_headers()
        self.wfile.write(b"hello")


class Branches(Files):
    protocol_version = VERSION

    def do_GET(self):
        if self.path == "/":
            self.send_response(200)
            self.send_header("Content-Length", "5")
            self.end_headers()
            self.wfile.write(b"hello")
        else:
            self.send_response(code=404)  # fail: missing
            self.end_headers()


class Redirect(http.server.BaseHTTPRequestHandler):
    protocol_version: str = "HTTP/1.1"

    def do_POST(self):
        self.send_response_only(HTTPStatus.SEE_OTHER)  # fail: missing
        self.send_header("Location", "/")
        self.end_headers()


class Exact(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self):  # pass: every response says how long it is
        body = b"hello"
        self.send_response(HTTPStatus.OK)
        self.send_header("content-length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def do_DELETE(self):
        self.send_response(HTTPStatus.NO_CONTENT)  # nothing: there is no body
        self.end_headers()

    def do_HEAD(self):
        self.send_response(200)  # nothing: there is no body
        self.end_headers()

    def do_PUT(self):
        self.send_error(405)  # nothing: it sends the length itself


class Stream(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self):  # pass: the connection is closed after the response
        self.close_connection = True
        self.send_response(200)
        self.end_headers()
        self.wfile.write(b"data: 1\n\n")

    def do_POST(self):  # pass: every response says how long it is
        self.send_response(200)
        self.send_header("Connection", "close")
        self.end_headers()


class Both(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self):  # open: unknown
        if self.path == "/":
            self.send_response(200)
        else:
            self.send_response(404)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def do_POST(self):  # open: unknown
        self.send_response(200)
        self._finish(b"hello")

    def _finish(self, body):
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


class Old(BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200)  # nothing: HTTP/1.0 closes after each response
        self.end_headers()
        self.wfile.write(b"hello")
