import shelve
from shelve import Shelf

import flask


def chosen():
    shelve.open(flask.request.args["db"], writeback=True)  # fail: hostile
    #                                               ^^^^
    shelve.open(flask.request.args["db"], "c", None, True)  # fail: hostile
    keep = True
    Shelf(flask.request.form, writeback=keep)  # fail: hostile


def library(path):
    shelve.open(path, writeback=True)  # open: unknown
    #                           ^^^^


def constant():
    shelve.open("settings", writeback=True)  # nothing: the program's own shelf
    shelve.open("settings")  # nothing: off by default


def off(path):
    shelve.open(path, writeback=False)  # pass: writeback is off
    shelve.open(flask.request.args["db"], "c", None, False)  # pass: writeback is off
    Shelf(flask.request.form, writeback=0)  # pass: writeback is off


def caller(path, keep):
    shelve.open(path, writeback=keep)  # nothing: the caller chooses


def unrelated():
    flask.open(flask.request.args["db"], writeback=True)  # nothing: no shelf
