# truth: safe
# twin: xmlrpc-client-hostile.py
# entry: (setattr(__import__("main"), "xmlrpc", type("X", (), {"client": type("C", (), {"ServerProxy": lambda place: type("P", (), {"latest": lambda self, name: flask.request.args.get("q", "")})()})})), update())

import os
import xmlrpc.client


def update():
    proxy = xmlrpc.client.ServerProxy("https://updates.example.org/rpc")
    name = proxy.latest("app")
    os.system("pip install " + ("app" if name else "app-old"))  # sink
