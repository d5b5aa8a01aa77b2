# truth: safe
# twin: command-class-decorator-hostile.py

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
    command.known["greet"](flask.request.args["host"])
    return ping("localhost")
