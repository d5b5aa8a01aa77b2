# truth: hostile
# twin: http-server-path-safe.py
# entry: handle(Tools)

import subprocess
from http.server import BaseHTTPRequestHandler
from urllib.parse import unquote, urlsplit


class Tools(BaseHTTPRequestHandler):
    root = "/srv/www"

    def do_GET(self):
        path = unquote(urlsplit(self.path).path)
        subprocess.run("ls -l " + self.root + path, shell=True)  # sink
        self.send_response(200 if path else 404)
        self.end_headers()
