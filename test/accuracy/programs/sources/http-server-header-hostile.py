# truth: hostile
# twin: http-server-header-safe.py
# entry: handle(Hook, "do_POST")

import subprocess
from http.server import BaseHTTPRequestHandler

BRANCHES = {"main": "main", "next": "develop"}


class Hook(BaseHTTPRequestHandler):
    def do_POST(self):
        branch = self.headers.get("X-Branch", "main")
        subprocess.run("git pull origin " + branch, shell=True)  # sink
        self.send_response(204)
        self.end_headers()
