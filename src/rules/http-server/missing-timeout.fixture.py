import http.server
import os
from http.server import BaseHTTPRequestHandler, SimpleHTTPRequestHandler as Files

SECONDS = 30


class Waiting(BaseHTTPRequestHandler):
    timeout = None  # fail: off
    #         ^^^^


class AlsoWaiting(Files):
    timeout = None  # fail: off


class Third(http.server.CGIHTTPRequestHandler):
    timeout = None  # fail: off


class Bounded(BaseHTTPRequestHandler):
    timeout = 30  # pass: the handler has a timeout


class Named(Files):
    timeout = SECONDS  # pass: the handler has a timeout


class Precise(http.server.BaseHTTPRequestHandler):
    timeout = 2.5  # pass: the handler has a timeout


class Forgotten(BaseHTTPRequestHandler):  # open: absent
    def do_GET(self):
        self.send_response(204)


class Configured(BaseHTTPRequestHandler):
    timeout = float(os.environ["TIMEOUT"])  # open: unknown


class Session:
    timeout = None  # nothing: not a handler


class Inherits(Bounded):  # nothing: judged where the timeout stands
    pass
