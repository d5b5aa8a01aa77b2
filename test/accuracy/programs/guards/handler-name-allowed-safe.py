# truth: safe
# twin: handler-name-allowed-hostile.py
# entry: handle(Assets)
# rule: http-server/path-from-request
from http.server import BaseHTTPRequestHandler

ASSETS = {"/index.html", "/report"}


class Assets(BaseHTTPRequestHandler):
    def do_GET(self):
        name = self.path
        if name not in ASSETS:
            self.send_error(404)
            return
        self.answer(name)

    def answer(self, name):
        content = open("/srv/www" + name, "rb")  # sink
        self.wfile.write(content.read())
