# truth: hostile
# twin: xmlrpc-server-function-safe.py
# entry: restart(flask.request.args.get("q", "web"))

import subprocess
from xmlrpc.server import SimpleXMLRPCServer

UNITS = {"web": "app-web", "worker": "app-worker"}


def restart(unit):
    subprocess.getoutput("systemctl restart " + unit)  # sink
    return True


def main():
    server = SimpleXMLRPCServer(("127.0.0.1", 8000))
    server.register_function(restart)
    server.serve_forever()
