import dbm
import os
import shelve
from shelve import Shelf

import flask

HERE = os.path.dirname(__file__)


def session():
    store = dbm.open(flask.request.args["name"], "r")
    return shelve.Shelf(store)["user"]  # fail: hostile
    #                   ^^^^^


def form():
    return Shelf(flask.request.form)["user"]  # fail: hostile


def keyword():
    return shelve.Shelf(dict=flask.request.form, protocol=4)  # fail: hostile


class Users(shelve.Shelf):
    pass


def subclass():
    return Users(flask.request.form)  # fail: hostile


def cache(connection):
    return shelve.Shelf(connection)  # open: unknown
    #                   ^^^^^^^^^^


def database(path):
    return shelve.BsdDbShelf(open_database(path))  # open: unknown


def memory():
    shelf = shelve.Shelf({})  # pass: the mapping was made here and holds what this program put in
    shelf["a"] = 1
    other = Shelf(dict(), writeback=True)  # pass: the mapping was made here and holds what this program put in
    return shelf, other


def shipped():
    return shelve.Shelf(dbm.open(os.path.join(HERE, "words"), "r"))  # pass: the stored values are shipped with the project


class Rack:
    def Shelf(self, books):
        return books


def unrelated():
    Rack().Shelf(flask.request.form)  # nothing: another Shelf
    dbm.open(flask.request.args["name"])  # nothing: a dbm holds bytes
