# truth: safe
# twin: http-server-path-hostile.py
# entry: handle(Tools)

import os
from http.server import BaseHTTPRequestHandler
from urllib.parse import unquote, urlsplit


class Tools(BaseHTTPRequestHandler):
    root = "/srv/www"

    def do_GET(self):
        path = unquote(urlsplit(self.path).path)
        os.system("ls -l " + self.root)  # sink
        self.send_response(200 if path else 404)
        self.end_headers()
