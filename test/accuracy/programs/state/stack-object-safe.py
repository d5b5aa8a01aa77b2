# truth: safe
# twin: stack-object-hostile.py

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
    stack.push(flask.request.args["path"])
    stack.push("ls")
    subprocess.run("run " + stack.pop(), shell=True)  # sink
