import io
from http.server import BaseHTTPRequestHandler, SimpleHTTPRequestHandler

LIMIT = 1 << 20


class Handler(BaseHTTPRequestHandler):
    def do_POST(self):
        length = int(self.headers["Content-Length"])
        first = self.rfile.read(length)  # fail: announced
        #                       ^^^^^^
        second = self.rfile.read(int(self.headers.get("Content-Length", 0)))  # fail: announced
        third = self.rfile.read()  # fail: all
        body = self.rfile
        fourth = body.read(-1)  # fail: all
        return first, second, third, fourth

    def do_PUT(self):
        length = int(self.headers["Content-Length"])
        first = self.rfile.read(min(length, LIMIT))  # pass: the number of bytes is limited
        second = self.rfile.read(4096)  # pass: the number of bytes is limited
        if length > LIMIT:
            self.send_error(413)
            return None
        third = self.rfile.read(length)  # pass: the number of bytes is limited
        return first, second, third

    def read(self, size):
        return self.rfile.read(size)  # open: unknown


class Upload(SimpleHTTPRequestHandler):
    def do_POST(self):
        return self.rfile.read(int(self.headers["Content-Length"]))  # fail: announced


class Parser:
    def __init__(self, data):
        self.rfile = io.BytesIO(data)

    def parse(self):
        return self.rfile.read()  # nothing: bytes in memory


def load(path):
    with open(path, "rb") as rfile:
        return rfile.read()  # nothing: a file
