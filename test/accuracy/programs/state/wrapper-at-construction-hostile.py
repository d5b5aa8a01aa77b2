# truth: hostile
# twin: wrapper-at-construction-safe.py

import pickle

import flask


class Reader:
    def __init__(self, data):
        self._data = data

    def read(self):
        return self._data


class Loader:
    def __init__(self, reader, fallback):
        self.reader = reader
        self.fallback = fallback

    def load(self):
        return pickle.loads(self.reader.read())  # sink


def view():
    loader = Loader(Reader(flask.request.get_data()), Reader(b"N."))
    return repr(loader.load())
