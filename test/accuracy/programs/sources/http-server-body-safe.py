# truth: safe
# twin: http-server-body-hostile.py
# entry: handle(Store, "do_POST")

import pickle
from http.server import BaseHTTPRequestHandler


class Store(BaseHTTPRequestHandler):
    def do_POST(self):
        body = self.rfile.read(4096)
        value = pickle.loads(b"I%d\n." % len(body))  # sink
        self.send_response(200)
        self.end_headers()
        self.wfile.write(b"%d" % len(repr(value)))
