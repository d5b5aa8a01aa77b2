import hmac
import pathlib
import pickle
import socket
import ssl
import tarfile
import threading
import zipfile
from http.server import BaseHTTPRequestHandler
from typing import Annotated, Optional, Union

import flask
import requests

ssl.SSLContext(ssl.PROTOCOL_TLS).wrap_socket(x)  # name: ssl.SSLContext.wrap_socket
context = ssl.create_default_context()
context.wrap_socket(x)  # name: ssl.SSLContext.wrap_socket
reveal(context.verify_mode)  # name: ssl.SSLContext.verify_mode

with zipfile.ZipFile("x") as archive:
    archive.extractall()  # name: zipfile.ZipFile.extractall
    archive.open("x").read()  # name: zipfile.ZipExtFile.read
with tarfile.open("x") as tar:
    tar.extractall()  # name: tarfile.TarFile.extractall
for member in tar.getmembers():
    member.isfile()  # name: tarfile.TarInfo.isfile

connection, address = socket.socket().accept()
connection.recv(10)  # name: socket.socket.recv
reveal(connection.recv(10).decode())  # name: socket.socket.recv().decode()

hmac.new(b"").copy().update(b"")  # name: hmac.HMAC.update

requests.get("x").content.decode()  # name: requests.Response.content.decode
reveal(flask.request.args["x"])  # name: flask.request.args[]
reveal(flask.request.args.get("x").strip())  # name: flask.request.args.get().strip()


def annotated(one: ssl.SSLContext, two: Optional[ssl.SSLContext], three: "ssl.SSLContext | None", four: Annotated[ssl.SSLContext, "x"], five: "Optional[ssl.SSLContext]", six: "unknown.Thing"):
    one.wrap_socket(x)  # name: ssl.SSLContext.wrap_socket
    two.wrap_socket(x)  # name: ssl.SSLContext.wrap_socket
    three.wrap_socket(x)  # name: ssl.SSLContext.wrap_socket
    four.wrap_socket(x)  # name: ssl.SSLContext.wrap_socket
    five.wrap_socket(x)  # name: ssl.SSLContext.wrap_socket
    six.wrap_socket(x)  # nothing


def ambiguous(one: Union[ssl.SSLContext, socket.socket], two):
    one.wrap_socket(x)  # nothing
    two.wrap_socket(x)  # nothing


class Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        self.rfile.read(10)  # name: http.server.BaseHTTPRequestHandler.rfile.read
        self.send_response(200)  # name: http.server.BaseHTTPRequestHandler.send_response
        self.helper()  # name: main.Handler.helper
        super().send_response(200)  # name: http.server.BaseHTTPRequestHandler.send_response

    def helper(self):
        pass


class Safe(pickle.Unpickler):
    def find_class(self, module, name):
        return super().find_class(module, name)  # name: pickle.Unpickler.find_class


Safe(f).load()  # name: pickle.Unpickler.load
Safe(f).find_class("a", "b")  # name: main.Safe.find_class


class Base:
    def __init__(self):
        self.context = ssl.create_default_context()
        self.lock = None

    def shared(self):
        self.context.wrap_socket(x)  # name: ssl.SSLContext.wrap_socket

    @property
    def archive(self):
        return zipfile.ZipFile("x")

    @staticmethod
    def opened():
        return tarfile.open("x")

    @classmethod
    def made(cls):
        return cls()


class Derived(Base):
    def use(self):
        self.context.wrap_socket(x)  # name: ssl.SSLContext.wrap_socket
        self.archive.extractall()  # name: zipfile.ZipFile.extractall
        self.shared()  # name: main.Derived.shared
        self.lock.acquire()  # nothing
        super().shared()  # name: main.Base.shared

    def shared(self):
        pass


Derived().shared()  # name: main.Derived.shared
Derived().context.wrap_socket(x)  # name: ssl.SSLContext.wrap_socket
Base.opened().extractall()  # name: tarfile.TarFile.extractall
Derived.made().use()  # name: main.Derived.use


class Unrelated:
    def load(self):
        pass

    def extractall(self):
        pass


Unrelated().load()  # name: main.Unrelated.load
Unrelated().extractall()  # name: main.Unrelated.extractall


class Left(Base):
    def shared(self):
        pass


class Right(Base):
    def only_right(self):
        pass


class Diamond(Left, Right):
    def use(self):
        self.shared()  # name: main.Left.shared
        self.only_right()  # name: main.Right.only_right


class FromUnknown(unknown.Base):
    def use(self):
        self.load()  # nothing


def factory():
    return ssl.create_default_context()


factory().wrap_socket(x)  # name: ssl.SSLContext.wrap_socket


def declared() -> ssl.SSLContext:
    return make_it()


declared().wrap_socket(x)  # name: ssl.SSLContext.wrap_socket
declared_elsewhere().wrap_socket(x)  # nothing
variable: ssl.SSLContext = make_it()
variable.wrap_socket(x)  # name: ssl.SSLContext.wrap_socket

"".join([]).encode()  # name: builtins.str.encode
[].append(1)  # name: builtins.list.append
threading.Thread(target=f).start()  # name: threading.Thread.start


from dataclasses import dataclass


@dataclass
class Settings:
    context: ssl.SSLContext
    name: str = "x"
    other: "Settings"

    def use(self):
        self.context.wrap_socket(x)  # name: ssl.SSLContext.wrap_socket
        self.other.use()  # name: main.Settings.use
        self.missing.wrap_socket(x)  # nothing


class Given:
    def __init__(self, context: ssl.SSLContext, other):
        self.context = context
        self.other = other

    def use(self):
        self.context.wrap_socket(x)  # name: ssl.SSLContext.wrap_socket
        self.other.wrap_socket(x)  # nothing


def paths(folder, name):
    (pathlib.Path(folder) / name).chmod(0o600)  # name: pathlib.Path.chmod
    pathlib.Path(folder).parent.chmod(0o600)  # name: pathlib.Path.chmod
    pathlib.Path(folder).joinpath(name).parent.parent.chmod(0o600)  # name: pathlib.Path.chmod
    pathlib.PurePath(folder).parent.with_suffix(".x")  # name: pathlib.PurePath.with_suffix
