# truth: hostile
# twin: app-lazy-connection-safe.py

import os

import flask


class Connection:
    def __init__(self, host, user="app"):
        self._host = host
        self._user = user
        self._open = False

    @property
    def host(self):
        return self._host

    @property
    def user(self):
        return self._user

    def ensure(self):
        if not self._open:
            os.system(f"ssh -fN {self.host}")  # sink
            self._open = True
        return self


class Pool:
    def __init__(self):
        self.connections = {}

    def get(self, host):
        if host not in self.connections:
            self.connections[host] = Connection(host)
        return self.connections[host].ensure()


pool = Pool()


def view():
    return pool.get(flask.request.args["host"]).user
