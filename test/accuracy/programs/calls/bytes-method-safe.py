# truth: safe
# twin: bytes-method-hostile.py

import pickle

import flask


class Packet:
    def __init__(self, body):
        self.body = body

    def __bytes__(self):
        return pickle.dumps(len(self.body))


def view():
    return repr(pickle.loads(bytes(Packet(flask.request.get_data()))))  # sink
