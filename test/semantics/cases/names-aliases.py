import functools
import json
import operator
import os
import pickle
import subprocess
import sys
import importlib

loads = pickle.loads
loads(b"")  # name: pickle.loads
again = loads
again(b"")  # name: pickle.loads
o = os
o.system("x")  # name: os.system
a = b = os.popen
a("x")  # name: os.popen
b("x")  # name: os.popen
first, second = pickle.loads, json.loads
first(b"")  # name: pickle.loads
second(b"")  # name: json.loads
(third, *others) = [pickle.load, json.load]
third(f)  # name: pickle.load
others[0](f)  # name: json.load

reveal(pickle.loads if unknown() else json.loads)  # name: json.loads | pickle.loads
reveal(pickle.loads or json.loads)  # name: json.loads | pickle.loads
reveal(None or json.loads)  # name: json.loads
(lambda: 1)()  # name: main.<lambda>

table = {"pkl": pickle.load, "json": json.load}
table["pkl"](f)  # name: pickle.load
table[kind](f)  # name: json.load | pickle.load
table.get(kind)(f)  # name: json.load | pickle.load
table.get("json")(f)  # name: json.load
{"pkl": pickle.load}[kind](f)  # name: pickle.load
table["xml"](f)  # nothing
handlers = [os.system, os.popen]
handlers[1]("x")  # name: os.popen
for handler in handlers:
    handler("x")  # name: os.popen | os.system
for kind, load in {"pkl": pickle.load}.items():
    load(f)  # name: pickle.load

call = functools.partial(subprocess.run, shell=True)
call("x")  # name: subprocess.run
functools.partial(os.system, "x")()  # name: os.system

getattr(os, "system")("x")  # name: os.system
getattr(os, "sys" + "tem")("x")  # name: os.system
getattr(os, unknown())("x")  # name: builtins.getattr()
vars(os)["system"]("x")  # name: os.system
os.__dict__["system"]("x")  # name: os.system
__import__("os").system("x")  # name: os.system
__import__("os.path").path.join("a")  # name: os.path.join
importlib.import_module("os.path").join("a")  # name: os.path.join
importlib.import_module(unknown()).join("a")  # name: types.ModuleType.join
sys.modules["os"].system("x")  # name: os.system
globals()["loads"](b"")  # name: pickle.loads


class A:
    loads = pickle.loads
    loader = staticmethod(pickle.load)

    def method(self):
        self.loads(b"")  # name: pickle.loads
        self.loader(f)  # name: pickle.load
        self.other(b"")  # nothing

    @classmethod
    def make(cls):
        cls.loads(b"")  # name: pickle.loads


A.loads(b"")  # name: pickle.loads
A().loads(b"")  # name: pickle.loads
A.missing(b"")  # nothing


class Keeper:
    def __init__(self, context):
        self.run = subprocess.run
        self.context = context

    def use(self):
        self.run([])  # name: subprocess.run
        self.context.run([])  # nothing


def with_default(x, loads=pickle.loads, *, dumps=pickle.dumps):
    loads(x)  # name: pickle.loads | ?
    dumps(x)  # name: pickle.dumps | ?


if (walrus := os.system):
    walrus("x")  # name: os.system
