import os
import shelve
import sys
import tempfile
from shelve import open as open_shelf

import flask

HERE = os.path.dirname(os.path.abspath(__file__))


def view():
    name = flask.request.args["db"]  # source[a]
    return shelve.open(name)["x"]  # fail[a]: hostile
    #                  ^^^^


def aliases():
    open_shelf(flask.request.args["db"])  # fail: hostile
    opener = shelve.open
    opener(filename=flask.request.args["db"])  # fail: hostile
    shelve.DbfilenameShelf(flask.request.form["db"], "r")  # fail: hostile


def put_together():
    with shelve.open(f"/srv/shelves/{flask.request.args['user']}") as shelf:  # fail: hostile
        return dict(shelf)


def from_command_line():
    return shelve.open(sys.argv[1])  # fail: hostile


def shared():
    shelve.open("/tmp/cache")  # fail: shared
    shelve.open(f"/var/tmp/cache-{os.getpid()}")  # fail: shared


def handed_in(path):
    return shelve.open(path)  # open: unknown
    #                  ^^^^


def in_working_directory():
    return shelve.open("cache")  # open: unknown


def shipped():
    return shelve.open(os.path.join(HERE, "words"), "r")  # pass: the shelf is shipped with the project


def own_directory():
    with tempfile.TemporaryDirectory() as folder:
        shelve.open(os.path.join(folder, "cache"))  # pass: the shelf lies in a directory that was made for this process alone


def without_pickles():
    import json

    return shelve.open("cache", serializer=json.dumps, deserializer=json.loads)  # pass: the values are not stored as pickles


def other():
    open("cache")  # nothing: not a shelf
    flask.open(flask.request.args["db"])  # nothing: another open
