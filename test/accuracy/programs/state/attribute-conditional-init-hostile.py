# truth: hostile
# twin: attribute-conditional-init-safe.py

import os

import flask


class Search:
    def __init__(self, words=None):
        self.words = words if words is not None else "everything"

    def run(self):
        os.system("locate " + self.words)  # sink


def view():
    asked = flask.request.args["words"]
    search = Search(asked)
    print("searching for", asked)
    search.run()
