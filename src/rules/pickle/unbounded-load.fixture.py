import asyncio
import http.server
import io
import pickle
import socket
import urllib.request
from pickle import Unpickler, loads

import flask
import requests

LIMIT = 65536


class Restricted(pickle.Unpickler):
    def find_class(self, module, name):
        raise pickle.UnpicklingError(name)


def fetch(url):
    answer = requests.get(url)
    return Restricted(io.BytesIO(answer.content)).load()  # fail: unbounded
    #                 ^^^^^^^^^^^^^^^^^^^^^^^^^^


def fetch_raw(url):
    return pickle.load(requests.get(url, stream=True).raw)  # fail: unbounded


def opened(url):
    return loads(urllib.request.urlopen(url).read())  # fail: unbounded


def stream(host):
    connection = socket.create_connection((host, 9000))
    messages = Unpickler(connection.makefile("rb"))  # fail: unbounded
    while True:
        yield messages.load()


class Handler(http.server.BaseHTTPRequestHandler):
    def do_POST(self):
        self.state = pickle.load(file=self.rfile)  # fail: unbounded

    def do_PUT(self):
        length = int(self.headers["Content-Length"])
        self.state = loads(self.rfile.read(length))  # open: announced

    def do_PATCH(self):
        length = int(self.headers["Content-Length"])
        if length > LIMIT:
            return self.send_error(413)
        self.state = loads(self.rfile.read(length))  # pass: at most a fixed number of bytes is read


async def read(reader: asyncio.StreamReader):
    return pickle.loads(await reader.read())  # fail: unbounded


def framework():
    return pickle.loads(flask.request.get_data())  # open: unknown


def collected(connection: socket.socket):
    data = b""
    while chunk := connection.recv(4096):
        data += chunk
    return pickle.loads(data)  # open: unknown


def datagram(connection: socket.socket):
    return pickle.loads(connection.recv(4096))  # pass: at most a fixed number of bytes is read


def bounded(url):
    return pickle.loads(urllib.request.urlopen(url).read(LIMIT + 1))  # pass: at most a fixed number of bytes is read


async def exactly(reader: asyncio.StreamReader):
    return pickle.loads(await reader.readexactly(512))  # pass: at most a fixed number of bytes is read


def checked(url):
    data = requests.get(url).content
    if len(data) > LIMIT:
        raise ValueError("too long")
    return pickle.loads(data)  # pass: the size of the data is compared with a limit before


def checked_by_assertion(url):
    data = flask.request.get_data()
    assert len(data) <= LIMIT
    return pickle.loads(data)  # pass: the size of the data is compared with a limit before


def of_a_file(path):
    with open(path, "rb") as file:
        return pickle.load(file)  # nothing: no peer


def of_its_own(thing):
    return pickle.loads(pickle.dumps(thing))  # nothing: made here
