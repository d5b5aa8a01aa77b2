# truth: safe
# twin: app-visitor-hostile.py
# known: undecided -- methods chosen by the class name of a node are not all told apart

import subprocess

import flask


class Text:
    def __init__(self, value):
        self.value = value


class Number:
    def __init__(self, value):
        self.value = value


class Pair:
    def __init__(self, left, right):
        self.left = left
        self.right = right


class Renderer:
    def visit(self, node):
        method = getattr(self, "visit_" + type(node).__name__.lower())
        return method(node)

    def visit_text(self, node):
        return node.value

    def visit_number(self, node):
        return str(int(node.value))

    def visit_pair(self, node):
        return self.visit(node.left) + "=" + self.visit(node.right)


def view():
    value = flask.request.args.get("value", "0")
    value = len(value)
    tree = Pair(Text("volume"), Number(value))
    subprocess.run("amixer set " + Renderer().visit(tree), shell=True)  # sink
