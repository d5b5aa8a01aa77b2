# file: shared.py
import functools
import os
import pathlib
import tarfile
import tempfile
from functools import partial
from http.server import HTTPServer, SimpleHTTPRequestHandler, ThreadingHTTPServer
from socketserver import TCPServer

REPORTS = "/srv/reports"


class Plain(SimpleHTTPRequestHandler):
    def log_message(self, format, *args):
        pass


class Careful(SimpleHTTPRequestHandler):
    def translate_path(self, path):
        found = os.path.realpath(super().translate_path(path))
        return found if os.path.commonpath([found, REPORTS]) == REPORTS else ""


class CarefulToo(SimpleHTTPRequestHandler):
    def send_head(self):
        found = pathlib.Path(self.translate_path(self.path)).resolve()
        if not found.is_relative_to(REPORTS):
            self.send_error(404)
            return None
        return super().send_head()


def serve():
    HTTPServer(("", 8000), functools.partial(SimpleHTTPRequestHandler, directory="/tmp/share"))  # fail: shared
    #                                                                            ^^^^^^^^^^^^
    TCPServer(("", 8001), partial(Plain, directory=tempfile.gettempdir()))  # fail: shared
    handler = partial(SimpleHTTPRequestHandler, directory=os.path.join("/var/tmp", "out"))
    ThreadingHTTPServer(("", 8002), handler)  # fail: shared
    HTTPServer(("", 8003), partial(Plain, directory=REPORTS))  # fail: linked
    HTTPServer(("", 8004), partial(Plain, directory="/srv/latest"))  # fail: linked
    HTTPServer(("", 8005), partial(Plain, directory="/srv/uploads"))  # fail: unpacked


def publish(report, name):
    os.symlink(report, os.path.join(REPORTS, name))
    pathlib.Path("/srv/latest/report").symlink_to(report)
    with tarfile.open(name) as archive:
        archive.extractall(f"/srv/uploads/{name}")
        archive.extractall("/srv/filtered", filter="data")


def serve_carefully():
    HTTPServer(("", 8000), partial(Careful, directory=REPORTS))  # pass: the handler resolves links and tests where they lead
    ThreadingHTTPServer(("", 8000), CarefulToo)  # pass: the handler resolves links and tests where they lead
    own = tempfile.mkdtemp()
    HTTPServer(("", 8001), partial(SimpleHTTPRequestHandler, directory=own))  # pass: the directory was made for this process alone
    with tempfile.TemporaryDirectory() as other:
        TCPServer(("", 8001), partial(Plain, directory=other))  # pass: the directory was made for this process alone


def serve_anything(directory):
    HTTPServer(("", 8000), partial(Plain, directory="/srv/filtered"))  # open: unknown
    HTTPServer(("", 8000), partial(Plain, directory=directory))  # open: unknown
    HTTPServer(("", 8000), Plain)  # nothing: which directory that is matters more


# file: new.py
# python: 3.14
import tarfile
from functools import partial
from http.server import HTTPServer, SimpleHTTPRequestHandler


def serve(name):
    with tarfile.open(name) as archive:
        archive.extractall(f"/srv/uploads/{name}")
    HTTPServer(("", 8005), partial(SimpleHTTPRequestHandler, directory="/srv/uploads"))  # open: unknown
