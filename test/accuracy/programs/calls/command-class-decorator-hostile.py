# truth: hostile
# twin: command-class-decorator-safe.py

import os

import flask


class command:
    known = {}

    def __init__(self, function):
        self.function = function
        command.known[function.__name__] = self

    def __call__(self, *args):
        return self.function(*args)


@command
def ping(host):
    os.system("ping -c 1 " + host)  # sink


@command
def greet(name):
    return "hello " + name


def view():
    command.known["ping"](flask.request.args["host"])
    return ping("localhost")
