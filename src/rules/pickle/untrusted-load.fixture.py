import base64
import hashlib
import hmac
import io
import os
import pickle
import pickle as pkl
import socket
import sys
from pickle import loads as revive
from pickle import Unpickler

import dill
import flask
import joblib
import numpy as np
import pandas as pd
import requests
import torch
import zmq

SECRET = os.environ["COOKIE_KEY"].encode()


def profile():
    return pickle.loads(flask.request.get_data())  # fail: hostile
    #                   ^^^^^^^^^^^^^^^^^^^^^^^^


def cookie():
    raw = base64.b64decode(flask.request.cookies["session"])
    return revive(raw)  # fail: hostile
    #             ^^^


def fetch(url):
    answer = requests.get(url, timeout=5)
    return pkl.load(io.BytesIO(answer.content))  # fail: hostile


def serve(port):
    listener = socket.socket()
    connection, peer = listener.accept()
    read = pickle.loads
    return read(connection.recv(4096))  # fail: hostile


def unpickler():
    return Unpickler(io.BytesIO(flask.request.data)).load()  # fail: hostile
    #                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^


class Renaming(pickle.Unpickler):
    def persistent_load(self, pid):
        raise pickle.UnpicklingError(pid)


def renamed():
    loader = Renaming(io.BytesIO(requests.get("https://example.org/x").content))  # fail: hostile
    return loader.load()


def models():
    joblib.load(io.BytesIO(flask.request.data))  # fail: hostile
    dill.loads(flask.request.data)  # fail: hostile
    pd.read_pickle(io.BytesIO(flask.request.data))  # fail: hostile
    np.load(io.BytesIO(flask.request.data), allow_pickle=True)  # fail: hostile
    torch.load(io.BytesIO(flask.request.data), weights_only=False)  # fail: hostile
    options = read_options()
    torch.load(io.BytesIO(flask.request.data), **options)  # open: default


def handed_in(blob):
    return pickle.loads(blob)  # open: unknown
    #                   ^^^^


def cached(store, key):
    return pickle.loads(data=store.get(key))  # open: unknown


def array(path):
    return np.load(path, allow_pickle=True)  # open: allowed


def verified_too_late(blob):
    message = pickle.loads(blob)  # open: late
    if not hmac.compare_digest(message["mac"], expected(message)):
        raise ValueError("bad signature")
    return message


def verified_late():
    blob = flask.request.get_data()
    message = pickle.loads(blob)  # fail: late
    if not hmac.compare_digest(message["mac"], expected(message)):
        raise ValueError("bad signature")
    return message


def compared():
    mac, payload = flask.request.headers["X-Mac"], flask.request.get_data()
    if mac != hmac.new(SECRET, payload, hashlib.sha256).hexdigest():
        raise ValueError("bad signature")
    return pickle.loads(payload)  # fail: compared


def known_key():
    mac, payload = flask.request.headers["X-Mac"], flask.request.get_data()
    if not hmac.compare_digest(mac, hmac.new(b"abracadabra", payload, hashlib.sha256).hexdigest()):
        raise ValueError("bad signature")
    return pickle.loads(payload)  # fail: known-key


def known_key_of(blob):
    mac, payload = blob[:32], blob[32:]
    if not hmac.compare_digest(mac, hmac.digest(b"abracadabra", payload, "sha256")):
        raise ValueError("bad signature")
    return pickle.loads(payload)  # open: known-key


def verified_by_digest():
    mac, payload = flask.request.headers["X-Mac"], flask.request.get_data()
    if hmac.compare_digest(mac.encode(), hmac.digest(key=SECRET, msg=payload, digest="sha256")):
        return pickle.loads(payload)  # pass: the bytes are authenticated before they are loaded
    return None


def is_signed(payload, mac):
    return hmac.compare_digest(mac, hmac.new(SECRET, payload, hashlib.sha256).digest())


def verified_by_function(blob):
    mac, payload = blob[:32], blob[32:]
    if not is_signed(payload, mac):
        raise ValueError("bad signature")
    return pickle.loads(payload)  # pass: the bytes are authenticated before they are loaded


def verified(blob):
    mac, payload = blob[:32], blob[32:]
    if not hmac.compare_digest(mac, hmac.new(SECRET, payload, hashlib.sha256).digest()):
        raise ValueError("bad signature")
    return pickle.loads(payload)  # pass: the bytes are authenticated before they are loaded


class Restricted(pickle.Unpickler):
    def find_class(self, module, name):
        raise pickle.UnpicklingError(f"{module}.{name} is forbidden")


def restricted():
    return Restricted(io.BytesIO(flask.request.data)).load()  # pass: the unpickler restricts the globals that a pickle may name


class Renamed(pickle.Unpickler):
    def find_class(self, module, name):
        return super().find_class(module.replace("old", "new"), name)


def lenient():
    return Renamed(io.BytesIO(flask.request.data)).load()  # fail: hostile


def deep_copy(thing):
    return pickle.loads(pickle.dumps(thing))  # pass: the data was pickled by the same function


def deep_copy_in_steps(thing):
    text = pickle.dumps(thing, protocol=4)
    return pickle.loads(text)  # pass: the data was pickled by the same function


def constant():
    return pickle.loads(b"\x80\x04N.")  # pass: the pickle is a constant in the code


HERE = os.path.dirname(os.path.abspath(__file__))


def shipped():
    with open(os.path.join(HERE, "tables.pickle"), "rb") as tables:
        return pickle.load(tables)  # pass: the pickle is shipped with the project


def arrays():
    np.load(io.BytesIO(flask.request.data), allow_pickle=False)  # pass: the option that allows pickles is off
    torch.load(io.BytesIO(flask.request.data), weights_only=True)  # pass: the option that allows pickles is off
    np.load(io.BytesIO(flask.request.data))  # nothing: refuses pickles unless asked to


class pickler:
    @staticmethod
    def loads(data):
        return data


def unrelated():
    pickler.loads(flask.request.data)  # nothing: another loads
    pickle.dumps(flask.request.data)  # nothing: writing runs no foreign code
    json = __import__("json")
    json.loads(flask.request.data)  # nothing: plain data


def shadowed(pickle):
    return pickle.loads(flask.request.data)  # nothing: a parameter hides the module


def read_blob():
    return flask.request.data


def through_a_function():
    return pickle.loads(read_blob())  # fail: hostile


class Pipe:
    def __init__(self, address):
        self.context = zmq.Context()
        self.receiver = self.context.socket(zmq.PULL)
        self.receiver.bind(address)

    def receive(self):
        return self.receiver.recv_pyobj(zmq.NOBLOCK)  # fail: hostile

    def receive_plain(self):
        return self.receiver.recv_json()  # nothing: plain data


class Reader:
    def __init__(self, allow_pickle=True):
        self.allow_pickle = allow_pickle

    def read(self, stream):
        return np.load(stream, allow_pickle=self.allow_pickle)  # open: default

    def read_own(self):
        return np.load("/usr/share/app/table.npy", allow_pickle=self.allow_pickle)  # nothing: a constant path


# file: older.py
# requires: numpy>=1.13
# requires: torch>=1.8,<3
import io

import flask
import numpy
import torch


def older():
    numpy.load(io.BytesIO(flask.request.data))  # fail: older
    torch.load(io.BytesIO(flask.request.data))  # fail: older
    torch.load(io.BytesIO(flask.request.data), weights_only=True)  # pass: the option that allows pickles is off


# file: newer.py
# requires: numpy>=1.20
import io

import flask
import numpy
import torch


def newer():
    numpy.load(io.BytesIO(flask.request.data))  # nothing: refuses pickles by default
    torch.load(io.BytesIO(flask.request.data))  # nothing: which torch it is is not known
