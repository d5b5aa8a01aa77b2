import html
import json
from html import escape
from http.server import BaseHTTPRequestHandler


class Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        self.wfile.write(f"<p>{self.path}</p>".encode())  # fail: raw
        #                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
        self.wfile.write(("<h1>" + self.headers["X-Name"] + "</h1>").encode("utf-8"))  # fail: raw
        page = "<html><body>%s</body></html>" % self.path
        self.wfile.write(bytes(page, "utf-8"))  # fail: raw
        out = self.wfile
        out.write("<td>{}</td>".format(self.path).encode())  # fail: raw

    def do_POST(self):
        self.wfile.write(f"<p>{html.escape(self.path)}</p>".encode())  # pass: everything from outside is escaped
        self.wfile.write(("<p>" + escape(self.path) + "</p>").encode())  # pass: everything from outside is escaped
        page = "<p>%s</p>" % html.escape(self.path)
        self.wfile.write(page.encode())  # pass: everything from outside is escaped
        self.wfile.write(b"<p>Hello</p>")  # nothing: a constant
        self.wfile.write(json.dumps({"path": self.path}).encode())  # nothing: not a page
        self.wfile.write(self.path.encode())  # nothing: no tag of its own


class Page:
    def __init__(self, wfile):
        self.wfile = wfile

    def show(self, name):
        self.wfile.write(f"<p>{name}</p>")  # nothing: not a handler
