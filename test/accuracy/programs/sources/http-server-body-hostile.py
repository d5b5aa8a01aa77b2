# truth: hostile
# twin: http-server-body-safe.py
# entry: handle(Store, "do_POST")

import pickle
from http.server import BaseHTTPRequestHandler


class Store(BaseHTTPRequestHandler):
    def do_POST(self):
        body = self.rfile.read(4096)
        value = pickle.loads(body)  # sink
        self.send_response(200)
        self.end_headers()
        self.wfile.write(b"%d" % len(repr(value)))
