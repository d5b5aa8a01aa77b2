# truth: hostile
# twin: handler-path-checked-safe.py
# entry: handle(Files)
# rule: http-server/path-from-request
import os
from http.server import BaseHTTPRequestHandler

ROOT = "/srv/www"


class Files(BaseHTTPRequestHandler):
    def do_GET(self):
        path = os.path.realpath(ROOT + self.path)
        if os.path.commonpath([ROOT, os.path.join(ROOT, "x")]) != ROOT:
            self.send_error(404)
            return
        with open(path, "rb") as file:  # sink
            self.wfile.write(file.read())
