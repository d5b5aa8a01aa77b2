import importlib
import os
import pickle
import subprocess
from pickle import Unpickler

TABLE = {"a": 1, "b": 2}


class Evaluates(pickle.Unpickler):
    def persistent_load(self, pid):
        return eval(pid)  # fail: used
        #      ^^^^^^^^^


class Imports(Unpickler):
    def persistent_load(self, pid):
        kind, name = pid
        return importlib.import_module(name)  # fail: used


class Opens(pickle.Unpickler):
    def persistent_load(self, pid):
        with open("/srv/objects/" + pid, "rb") as stored:  # fail: used
            return stored.read()


class Attribute(pickle.Unpickler):
    def persistent_load(self, saved_id):
        return getattr(os, saved_id)  # fail: used


class Runs(pickle.Unpickler):
    def persistent_load(self, pid):
        return subprocess.check_output(pid)  # fail: used


class Refuses(pickle.Unpickler):  # pass: persistent_load refuses every identifier
    def persistent_load(self, pid):
        raise pickle.UnpicklingError("persistent ids are refused")


class Tests(pickle.Unpickler):  # pass: the identifier is compared with fixed values before it is used
    def persistent_load(self, pid):
        if pid not in ("utf8", "latin1"):
            raise pickle.UnpicklingError(pid)
        return open("/srv/tables/" + pid)


class TestsAnother(Unpickler):  # pass: the identifier is compared with fixed values before it is used
    def persistent_load(self, key):
        if key == "tables":
            return importlib.import_module(key)
        raise pickle.UnpicklingError(key)


class LooksUp(pickle.Unpickler):
    def persistent_load(self, pid):
        return TABLE[pid]  # nothing: a table decides


class Constant(pickle.Unpickler):
    def persistent_load(self, pid):
        return open("/srv/objects/default", "rb")  # nothing: the identifier is not used


class Helper(pickle.Unpickler):
    def persistent_load(self, pid):
        return resolve(pid)  # missed: used


def resolve(pid):
    return eval(pid)


class NoUnpickler:
    def persistent_load(self, pid):
        return eval(pid)  # nothing: not an unpickler
