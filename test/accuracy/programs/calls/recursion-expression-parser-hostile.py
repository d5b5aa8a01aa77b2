# truth: hostile
# twin: recursion-expression-parser-safe.py

import os

import flask


class Parser:
    def __init__(self, tokens):
        self.tokens = tokens
        self.at = 0

    def sum(self):
        left = self.item()
        while self.at < len(self.tokens) and self.tokens[self.at] == "+":
            self.at += 1
            left = left + " " + self.item()
        return left

    def item(self):
        token = self.tokens[self.at]
        self.at += 1
        if token == "(":
            inner = self.sum()
            self.at += 1
            return inner
        return token


def view():
    given = flask.request.args["given"]
    tokens = ["a", "+", "(", "b", "+", given, ")"]
    os.system("expr " + Parser(tokens).sum())  # sink
