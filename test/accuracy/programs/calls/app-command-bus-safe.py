# truth: safe
# twin: app-command-bus-hostile.py

import os
from dataclasses import dataclass

import flask


@dataclass(frozen=True)
class Rename:
    old: str
    new: str


@dataclass(frozen=True)
class Count:
    name: str


class Bus:
    def __init__(self):
        self._handlers = {}

    def register(self, kind):
        def decorate(function):
            self._handlers[kind] = function
            return function

        return decorate

    def send(self, message):
        return self._handlers[type(message)](message)


bus = Bus()


@bus.register(Rename)
def rename(message):
    return f"mv {message.old} {message.new}"


@bus.register(Count)
def count(message):
    return f"echo {len(message.name)}"


def view():
    name = flask.request.form["name"]
    command = bus.send(Count(name))
    os.system(command)  # sink
    return "ok"
