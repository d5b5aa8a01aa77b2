# truth: safe
# twin: registry-of-methods-hostile.py

import subprocess

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
    subprocess.call(console.handle("ping", flask.request.args["text"]), shell=True)  # sink
