import ssl
import functools
import tempfile
import zipfile
from contextlib import contextmanager
from typing import cast


def constant():
    return "a"


def either(flag):
    if flag:
        return "a"
    return "b"


def falls(flag):
    if flag:
        return "a"


def identity(x):
    return x


def wrapped(name, suffix=".txt"):
    return "/tmp/" + name + suffix


def raises():
    raise ValueError


def stub(): ...


def generator():
    yield "a"


async def asynchronous():
    return "a"


def recursive(n):
    return recursive(n - 1)


def argument_by_name(*, key):
    return [key]


reveal(constant())  # value: "a"
reveal(either(1))  # value: "a" | "b"
reveal(falls(1))  # value: "a" | None
reveal(identity("x"))  # value: "x"
reveal(identity(unknown()))  # value: ?() | ?
reveal(wrapped("x"))  # value: "/tmp/x.txt"
reveal(wrapped("x", suffix=".py"))  # value: "/tmp/x.py"
reveal(wrapped(*unknown()))  # value: f"/tmp/{?}{?}"
reveal(raises())  # value: main.raises()
reveal(stub())  # value: main.stub()
reveal(generator())  # value: main.generator()
reveal(recursive(1))  # value: main.recursive()
reveal(argument_by_name(key="k"))  # value: ["k"]
reveal((lambda x: x + "b")("a"))  # value: "ab"


async def awaiting():
    reveal(await asynchronous())  # value: "a"


@functools.lru_cache
def cached():
    return ssl.create_default_context()


reveal(cached())  # value: <ssl.SSLContext>


@contextmanager
def opened(path):
    archive = zipfile.ZipFile(path)
    yield archive
    archive.close()


with opened("x") as file:
    reveal(file)  # value: <zipfile.ZipFile>


class Manager:
    def __enter__(self):
        return zipfile.ZipFile("x")

    def __exit__(self, *args):
        pass


class Itself:
    def __enter__(self):
        return self


class Plain:
    pass


with Manager() as entered:
    reveal(entered)  # value: <zipfile.ZipFile>
with Itself() as entered:
    reveal(entered)  # value: <main.Itself>
with Plain() as entered:
    reveal(entered)  # value: <main.Plain>
with tempfile.TemporaryDirectory() as directory:
    reveal(directory)  # name: tempfile.TemporaryDirectory.__enter__()
with unknown() as entered:
    reveal(entered)  # value: ?() | ?

reveal(cast("str", "x"))  # value: "x"
reveal(Plain())  # value: <main.Plain>
reveal(Plain)  # value: main.Plain
reveal(type(Plain()))  # value: main.Plain
reveal(functools.partial(identity, "x"))  # value: partial main.identity
reveal(list[int])  # value: builtins.list


class WithCall:
    def __call__(self, x):
        return x


reveal(WithCall()("a"))  # value: "a"


class Node:
    def __init__(self, name, parent=None):
        self.name = name
        self.parent = parent
        self.kind = "node"

    def title(self):
        return "node " + self.kind

    def itself(self):
        return self


reveal(Node("x").kind)  # value: "node"
reveal(Node("x").title())  # value: "node node"
reveal(Node("x").itself())  # value: <main.Node>
reveal(Node("x").name)  # value: parameter name
reveal(unknown_name)  # value: ?
reveal(Node("x").missing)  # value: ?
