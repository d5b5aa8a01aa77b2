# truth: hostile
# twin: linked-list-safe.py

import os

import flask


class Node:
    def __init__(self, value, next=None):
        self.value = value
        self.next = next


def view():
    head = Node("a", Node(flask.request.args["file"], Node("c")))
    os.system("cat " + head.next.value)  # sink
