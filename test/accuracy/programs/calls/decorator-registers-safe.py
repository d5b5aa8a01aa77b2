# truth: safe
# twin: decorator-registers-hostile.py

import os

import flask

COMMANDS = {}


def command(name):
    def register(function):
        COMMANDS[name] = function
        return function

    return register


@command("show")
def show(topic):
    return "man " + topic


@command("count")
def count(topic):
    return f"echo {len(topic)}"


def view():
    topic = flask.request.args["topic"]
    os.system(COMMANDS["count"](topic))  # sink
