"""Serves photos during development, and the status page of the workshop's screen."""

import functools
import html
from http.server import BaseHTTPRequestHandler, CGIHTTPRequestHandler, HTTPServer, SimpleHTTPRequestHandler

MAX_BODY = 64 * 1024


class Status(BaseHTTPRequestHandler):
    timeout = 10

    def do_POST(self):
        """Waits for as many bytes as the client announces."""
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.reply(body)

    def do_PUT(self):
        length = int(self.headers["Content-Length"])
        if length > MAX_BODY:
            self.send_error(413)
            return
        self.reply(self.rfile.read(length))

    def do_GET(self):
        self.reply(f"<p>{html.escape(self.path)}</p>".encode())

    def reply(self, body):
        self.send_response(200)
        self.end_headers()
        self.wfile.write(body)


def serve_everything():
    """The folder that the program was started in, for the whole network."""
    HTTPServer(("", 8000), SimpleHTTPRequestHandler).serve_forever()


def serve_photos():
    photos = functools.partial(SimpleHTTPRequestHandler, directory="/srv/toolshed/photos")
    HTTPServer(("127.0.0.1", 8000), photos).serve_forever()


def serve_on(host, port):
    HTTPServer((host, port), Status).serve_forever()


def serve_old_forms():
    HTTPServer(("127.0.0.1", 8001), CGIHTTPRequestHandler).serve_forever()


if __name__ == "__main__":
    serve_photos()
