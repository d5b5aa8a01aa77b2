# truth: hostile
# twin: weak-dictionary-safe.py

import os
import weakref

import flask


class Client:
    pass


names = weakref.WeakKeyDictionary()


def view():
    first, second = Client(), Client()
    names[first] = flask.request.args["name"]
    names[second] = "second"
    os.system("greet " + names[first])  # sink
