# truth: hostile
# twin: default-function-value-safe.py

import pickle

import flask


def body():
    return flask.request.get_data()


def empty():
    return b"N."


def load(read=body):
    return pickle.loads(read())  # sink


def view():
    print(len(body()))
    return repr(load())
