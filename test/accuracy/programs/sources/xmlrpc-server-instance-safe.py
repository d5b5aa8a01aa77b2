# truth: safe
# twin: xmlrpc-server-instance-hostile.py
# entry: Service().tail(flask.request.args.get("q", ""), "12")

import os
from xmlrpc.server import SimpleXMLRPCServer


class Service:
    def tail(self, file, lines):
        count = int(lines)
        os.system(f"tail -n {count} {'/var/log/app.log'}")  # sink
        return file


def main():
    with SimpleXMLRPCServer(("127.0.0.1", 8001), allow_none=True) as server:
        server.register_instance(Service())
        server.serve_forever()
