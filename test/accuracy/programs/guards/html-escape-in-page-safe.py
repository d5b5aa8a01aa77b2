# truth: safe
# twin: html-escape-in-page-hostile.py
# entry: handle(Page)
import html
from http.server import BaseHTTPRequestHandler


class Page(BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        shown = html.escape(self.path)
        self.wfile.write(f"<html><p>not found: {shown}</p></html>".encode())  # sink
