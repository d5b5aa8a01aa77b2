import gzip
import os
import pickle
import secrets
import tempfile
from pathlib import Path
from pickle import dump as save, Pickler

import joblib
import pandas as pd


def write(thing):
    with open("/tmp/state.pkl", "wb") as file:
        pickle.dump(thing, file)  # fail: written
        #^^^^^^^^^^^^^^^^^^^^^^^
    save(obj=thing, file=open(os.path.join(tempfile.gettempdir(), "state.pkl"), "wb"))  # fail: written
    Pickler(Path("/var/tmp/state.pkl").open("wb")).dump(thing)  # fail: written
    joblib.dump(thing, "/dev/shm/model.joblib")  # fail: written
    joblib.dump(thing, filename=f"/tmp/model-{os.getpid()}")  # fail: written


class Cache:
    path = "/tmp/cache.pickle"

    def save(self, frame: pd.DataFrame):
        frame.to_pickle(self.path)  # fail: written

    def load(self):
        return pd.read_pickle(self.path)  # fail: loaded


def read():
    with open("/tmp/state.pkl", "rb") as file:
        first = pickle.load(file)  # fail: loaded
    with gzip.open("/tmp/state.pkl.gz") as packed:
        second = pickle.load(packed)  # fail: loaded
    third = pickle.loads(Path("/tmp/state.pkl").read_bytes())  # fail: loaded
    return first, second, third


def named(user, thing):
    with open(f"/tmp/{user}.pkl", "wb") as file:
        pickle.dump(thing, file)  # open: unknown
    return joblib.load("/tmp/" + user)  # open: unknown


def made_for_it(thing):
    folder = tempfile.mkdtemp()
    with open(os.path.join(folder, "state.pkl"), "wb") as file:
        pickle.dump(thing, file)  # pass: the file lies in a directory that was made for this process
    with tempfile.TemporaryDirectory() as other:
        joblib.dump(thing, os.path.join(other, "model"))  # pass: the file lies in a directory that was made for this process


def temporary_file(thing):
    with tempfile.NamedTemporaryFile() as file:
        pickle.dump(thing, file)  # pass: the file lies in a directory that was made for this process


def random_name(thing):
    with open("/tmp/" + secrets.token_hex(16), "wb") as file:
        pickle.dump(thing, file)  # pass: the name of the file cannot be guessed


def elsewhere(thing, path):
    with open("/var/lib/app/state.pkl", "wb") as file:
        pickle.dump(thing, file)  # nothing: not for everyone to write
    with open(path, "wb") as file:
        pickle.dump(thing, file)  # nothing: where that lies is not known
    return pickle.dumps(thing)  # nothing: no file
