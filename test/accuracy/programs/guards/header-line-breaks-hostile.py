# truth: hostile
# twin: header-line-breaks-safe.py
# entry: handle(Redirect)
from http.server import BaseHTTPRequestHandler
from urllib.parse import quote


class Redirect(BaseHTTPRequestHandler):
    def do_GET(self):
        target = self.path
        self.send_response(301)
        self.send_header("Location", "https://www.example" + target)  # sink
        self.end_headers()
