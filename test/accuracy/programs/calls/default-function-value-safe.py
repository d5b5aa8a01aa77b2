# truth: safe
# twin: default-function-value-hostile.py

import pickle

import flask


def body():
    return flask.request.get_data()


def empty():
    return b"N."


def load(read=empty):
    return pickle.loads(read())  # sink


def view():
    print(len(body()))
    return repr(load())
