# truth: hostile
# twin: xmlrpc-client-safe.py
# not-run: needs a network

import os
import xmlrpc.client


def update():
    proxy = xmlrpc.client.ServerProxy("https://updates.example.org/rpc")
    name = proxy.latest("app")
    os.system("pip install " + name)  # sink
