# truth: safe
# twin: registry-of-methods-hostile.py

import os

import flask


class Console:
    def __init__(self):
        self.actions = {"echo": self.echo, "ping": self.ping}

    def echo(self, text):
        return "echo " + text

    def ping(self, text):
        return "ping -c 1 localhost"

    def handle(self, action, text):
        return self.actions[action](text)


def view():
    console = Console()
    os.system(console.handle("ping", flask.request.args["text"]))  # sink
