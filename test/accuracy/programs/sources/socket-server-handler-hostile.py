# truth: hostile
# twin: socket-server-handler-safe.py
# entry: type("Fake", (Echo,), {"__init__": lambda self: setattr(self, "rfile", __import__("io").BytesIO(flask.request.get_data()))})().handle()

import os
import socketserver


class Echo(socketserver.StreamRequestHandler):
    def handle(self):
        name = self.rfile.readline().decode("latin-1").rstrip()
        os.system(f"figlet {name}")  # sink


def main():
    with socketserver.TCPServer(("127.0.0.1", 7001), Echo) as server:
        server.serve_forever()
