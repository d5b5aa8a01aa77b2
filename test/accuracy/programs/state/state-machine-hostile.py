# truth: hostile
# twin: state-machine-safe.py

import os

import flask


class Parser:
    def __init__(self):
        self.state = "start"
        self.value = "none"

    def feed(self, token):
        if self.state == "start":
            self.state = "value"
        elif self.state == "value":
            self.value = token
            self.state = "end"


def view():
    parser = Parser()
    for token in ["set", flask.request.args["value"], "done"]:
        parser.feed(token)
    os.system("switch " + parser.value)  # sink
