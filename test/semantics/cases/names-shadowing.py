import os
import pickle
import subprocess
import json


def parameter(os):
    os.system("x")  # nothing


def local():
    pickle = object_of_mine()
    pickle.loads(b"")  # nothing


def loop():
    for subprocess in things():
        subprocess.run([])  # nothing


def unbound():
    json.loads("")  # nothing
    json = None


def deleted():
    import marshal
    del marshal
    marshal.loads(b"")  # nothing


def rebound():
    load = pickle.loads
    load = json.loads
    load("")  # name: json.loads


def either(flag):
    load = json.loads
    if flag:
        load = pickle.loads
    load("")  # name: json.loads | pickle.loads


def comprehension():
    [os.system(x) for os in systems()]  # nothing
    [os.system(x) for x in systems()]  # name: os.system


def caught():
    try:
        work()
    except OSError as pickle:
        pickle.loads(b"")  # name: builtins.OSError.loads
    pickle.loads(b"")  # nothing


def context():
    with opened() as json:
        json.loads("")  # nothing


def matched(command):
    match command:
        case {"os": os}:
            os.system("x")  # nothing


def local_class():
    class pickle:
        def loads(self, x): pass
    pickle.loads(b"")  # name: main.local_class.pickle.loads


def unrelated(thing):
    thing.system("x")  # nothing
    thing.os.system("x")  # nothing
    thing().os.system("x")  # nothing


class Requests:
    def get(self, url): pass


Requests().get("x")  # name: main.Requests.get


class Holder:
    def __init__(self):
        self.subprocess = Requests()

    def use(self):
        self.subprocess.get("x")  # name: main.Requests.get
        self.os.system("x")  # nothing


def open(path):
    pass


open("x")  # name: main.open
print("x")  # name: builtins.print


def input_is_local(input):
    input("x")  # nothing


input("x")  # name: builtins.input

import tarfile
del tarfile
tarfile.open("x")  # nothing


def after_deletion():
    tarfile.open("x")  # nothing


lambda pickle: pickle.loads(b"")  # nothing
