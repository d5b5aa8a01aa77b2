# truth: hostile
# twin: app-parser-object-safe.py

import subprocess

import flask


class Tokens:
    def __init__(self, text):
        self.words = text.split(",")
        self.position = 0

    def peek(self):
        return self.words[self.position] if self.position < len(self.words) else ""

    def take(self):
        word = self.peek()
        self.position += 1
        return word


class Parser:
    def __init__(self, text):
        self.tokens = Tokens(text)
        self.program = "ls"
        self.flags = 0

    def parse(self):
        while self.tokens.peek():
            word = self.tokens.take()
            if word.startswith("-"):
                self.flags += 1
            else:
                self.program = word
        return self


def view():
    parsed = Parser(flask.request.args["line"]).parse()
    subprocess.run(parsed.program + " notes.txt" + " -v" * parsed.flags, shell=True)  # sink
    return str(parsed.flags)
