# truth: safe
# twin: linked-list-hostile.py

import os

import flask


class Node:
    def __init__(self, value, next=None):
        self.value = value
        self.next = next


def view():
    head = Node("a", Node(flask.request.args["file"], Node("c")))
    os.system("cat " + head.next.next.value)  # sink
