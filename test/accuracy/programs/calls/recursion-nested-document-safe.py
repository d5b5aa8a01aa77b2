# truth: safe
# twin: recursion-nested-document-hostile.py

import os

import flask


def words(document):
    if isinstance(document, list):
        found = []
        for each in document:
            found.extend(words(each))
        return found
    return [str(document)]


def view():
    given = flask.request.args["given"]
    os.system("echo " + " ".join(words(["a", ["b", len(given)], "c"])))  # sink
