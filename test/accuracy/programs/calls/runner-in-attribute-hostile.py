# truth: hostile
# twin: runner-in-attribute-safe.py

import os

import flask


class Shell:
    def __init__(self, runner):
        self.runner = runner
        self.history = []

    def run(self, command):
        self.history.append(command)
        return self.runner(command)  # sink


def view():
    shell = Shell(os.system)
    shell.run("ls " + flask.request.args["folder"])
    return str(os.system("true"))
