# truth: hostile
# twin: stack-object-safe.py

import subprocess

import flask


class Stack:
    def __init__(self):
        self._items = []

    def push(self, item):
        self._items.append(item)

    def pop(self):
        return self._items.pop()


def view():
    stack = Stack()
    stack.push("ls")
    stack.push(flask.request.args["path"])
    subprocess.run("run " + stack.pop(), shell=True)  # sink
