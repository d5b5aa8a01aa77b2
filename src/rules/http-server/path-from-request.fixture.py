import os
import pathlib
import posixpath
from http.server import BaseHTTPRequestHandler, SimpleHTTPRequestHandler
from os.path import join
from urllib.parse import unquote, urlsplit

ROOT = "/srv/public"


class Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        open(ROOT + self.path)  # fail: path
        #    ^^^^^^^^^^^^^^^^
        open(join(ROOT, unquote(urlsplit(self.path).path)[1:]), "rb")  # fail: path
        name = posixpath.normpath(self.path)
        with open(f"{ROOT}{name}") as stream:  # fail: path
            self.wfile.write(stream.read().encode())
        os.remove(os.path.join(ROOT, self.headers["X-Name"]))  # fail: path

    def do_PUT(self):
        name = self.path
        if name in ("/index.html", "/about.html"):
            open(name)  # pass: the name is one of a fixed set
        if name == "/help.html":
            open(name)  # pass: the name is one of a fixed set
        target = os.path.realpath(ROOT + self.path)
        if os.path.commonpath([ROOT, target]) == ROOT:
            open(target)  # pass: the path was tested to lie in the directory
        open(os.path.join(ROOT, os.path.basename(self.path)))  # nothing: stays in the directory
        open(ROOT + "/index.html")  # nothing: a constant


class Files(SimpleHTTPRequestHandler):
    def do_GET(self):
        path = self.translate_path(self.path)
        return open(path, "rb")  # pass: the path was mapped into the served directory

    def do_POST(self):
        return open(self.path, "wb")  # fail: path


class Folder:
    def __init__(self, path):
        self.path = path

    def read(self):
        return open(self.path)  # nothing: not a request
