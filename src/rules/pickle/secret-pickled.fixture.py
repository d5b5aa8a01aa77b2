import getpass
import os
import pickle
from pickle import Pickler, dumps as pack

import joblib


def login(file):
    password = getpass.getpass()
    pickle.dump(password, file)  # fail: value
    #           ^^^^^^^^
    return password


class Client:
    def __init__(self, api_key):
        self.api_key = api_key

    def save(self, file):
        Pickler(file).dump(self.api_key)  # fail: value
        return pack(obj=self.api_key, protocol=5)  # fail: value


def settings(user, path):
    return pickle.dumps({"user": user, "password": os.environ["DB_PASSWORD"]})  # fail: entry


def settings_in_steps(path, access_token):
    state = {"version": 1, "access_token": access_token}
    joblib.dump(state, path)  # fail: entry


class Account:
    def __init__(self, name, password):
        self.name = name
        self.password = password


class Saved(Account):
    pass


class Careful(Account):
    def __getstate__(self):
        return {"name": self.name}


class Reduced:
    def __init__(self, secret):
        self.secret = secret

    def __reduce__(self):
        return Reduced, (None,)


def accounts(name, password):
    first = pickle.dumps(Account(name, password))  # open: attribute
    second = pickle.dumps(Saved(name, password))  # open: attribute
    third = pickle.dumps(Careful(name, password))  # pass: the class says itself what goes into a pickle
    careful = Careful(name, password)
    fourth = pack(careful)  # pass: the class says itself what goes into a pickle
    return first, second, third, fourth, joblib.dump(Reduced(password), name)  # pass: the class says itself what goes into a pickle


def harmless(file, tokens, model, password_length):
    pickle.dump(tokens, file)  # nothing: words of a text
    pickle.dump(model, file)  # nothing: not called a secret
    pickle.dump(password_length, file)  # nothing: a number
    pickle.dump({"password": None, "rows": []}, file)  # nothing: no password in it
